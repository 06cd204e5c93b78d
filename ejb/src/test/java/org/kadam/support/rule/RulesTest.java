package org.kadam.support.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RulesTest {

  private record Named(String name, int version) implements Rule {
    @Override
    public Need need() {
      return Need.SKILL;
    }

    @Override
    public Verdict judge(Known known) {
      return Verdict.leave();
    }
  }

  @Test
  void rules_come_in_the_order_of_their_names() {
    List<Rule> all = new Rules(List.of(new SkillRule(), new DeviceRule())).all();
    assertEquals(List.of("device", "skill"), all.stream().map(Rule::name).toList());
  }

  @Test
  void two_rules_of_one_name_stop_the_start() {
    List<Rule> two = List.of(new DeviceRule(), new Named("device", 2));
    assertThrows(IllegalStateException.class, () -> new Rules(two));
  }

  @Test
  void a_name_that_cannot_be_stored_stops_the_start() {
    assertThrows(IllegalStateException.class, () -> new Rules(List.of(new Named("Skill", 1))));
    assertThrows(IllegalStateException.class, () -> new Rules(List.of(new Named("", 1))));
    assertThrows(IllegalStateException.class, () -> new Rules(List.of(new Named("skill", 0))));
  }

  /**
   * The whole of what a rule can see. A new field is a decision for people, so it is listed here.
   */
  @Test
  void a_rule_cannot_see_who_somebody_is() {
    Set<String> seen = new TreeSet<>();
    for (Class<?> type : List.of(Known.class, Known.Device.class, Known.Result.class)) {
      Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).forEach(seen::add);
    }
    assertEquals(
        new TreeSet<>(
            Set.of(
                "now", "device", "results", "value", "source", "seen", "attempt", "at", "day",
                "below", "notDone", "helped")),
        seen);
  }
}
