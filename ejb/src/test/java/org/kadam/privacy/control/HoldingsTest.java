package org.kadam.privacy.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HoldingsTest {

  private record Empty(String name) implements Holding {
    @Override
    public Map<String, List<String>> tables() {
      return Map.of();
    }

    @Override
    public List<Kept> export(UUID worker) {
      return List.of();
    }

    @Override
    public void erase(UUID worker) {
      // nothing is kept here
    }
  }

  private static List<Holding> of(String... names) {
    return Stream.of(names).map(Empty::new).map(Holding.class::cast).toList();
  }

  @Test
  @DisplayName("The ledger is erased first and the roster last, in whatever order they are found")
  void order() {
    List<String> names =
        Holdings.ordered(
                of(
                    "worker",
                    "exchange",
                    "credential",
                    "support",
                    "device",
                    "event",
                    "privacy",
                    "assessment",
                    "learning"))
            .stream()
            .map(Holding::name)
            .toList();
    assertEquals("event", names.get(0));
    assertEquals("worker", names.get(names.size() - 1));
  }

  @Test
  @DisplayName("A missing, a doubled and an unknown holding stop the start")
  void none_is_left_out() {
    List<String> all =
        List.of(
            "event",
            "learning",
            "assessment",
            "device",
            "support",
            "credential",
            "exchange",
            "privacy",
            "worker");
    List<String> missing = all.subList(1, all.size());
    List<String> doubled = new ArrayList<>(all);
    doubled.add("device");
    List<String> unknown = new ArrayList<>(all);
    unknown.add("gossip");
    for (List<String> wrong : List.of(missing, doubled, unknown)) {
      assertThrows(
          IllegalStateException.class,
          () -> Holdings.ordered(of(wrong.toArray(String[]::new))),
          wrong.toString());
    }
  }
}
