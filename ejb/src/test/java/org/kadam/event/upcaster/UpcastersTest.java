package org.kadam.event.upcaster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kadam.event.entity.LedgerEvent;

class UpcastersTest {

  /** From "said" to "words" in version 2, to a list of words in version 3. */
  private record Spoken(int from) implements Upcaster {

    @Override
    public String type() {
      return "moon.seen";
    }

    @Override
    public JsonObject up(JsonObject body) {
      if (!body.containsKey(from == 1 ? "said" : "words")) {
        return body;
      }
      return from == 1
          ? Json.createObjectBuilder().add("words", body.get("said")).build()
          : Json.createObjectBuilder()
              .add("words", Json.createArrayBuilder().add(body.get("words")))
              .build();
    }
  }

  private static final Upcasters BOTH = new Upcasters(List.of(new Spoken(2), new Spoken(1)));

  private static LedgerEvent event(String type, int v, String key) {
    JsonObject body = Json.createObjectBuilder().add(key, "full").build();
    UUID worker = new UUID(1, 2);
    return new LedgerEvent(7, type, v, worker, worker, 3, Instant.EPOCH, null, body);
  }

  @Test
  void an_old_event_is_told_step_by_step_in_the_words_of_today() {
    LedgerEvent now = BOTH.up(event("moon.seen", 1, "said"));
    assertEquals(3, now.v());
    assertEquals("full", now.body().getJsonArray("words").getString(0));
    assertEquals(event("moon.seen", 1, "said").position(), now.position());
    assertEquals(3, BOTH.up(event("moon.seen", 2, "words")).v());
  }

  @Test
  void what_nobody_knows_is_left_as_it_is() {
    for (LedgerEvent event :
        List.of(
            event("moon.seen", 3, "words"),
            event("moon.seen", 9, "words"),
            event("sun.seen", 1, "said"))) {
      assertSame(event, BOTH.up(event));
    }
  }

  @Test
  void two_for_one_version_stop_the_start() {
    List<Upcaster> two = List.of(new Spoken(1), new Spoken(1));
    assertThrows(IllegalStateException.class, () -> new Upcasters(two));
    assertThrows(IllegalStateException.class, () -> new Upcasters(List.of(new Spoken(0))));
  }
}
