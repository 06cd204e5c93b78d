package org.kadam.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kadam.assessment.control.FormDraft;
import org.kadam.assessment.control.FormPackage;
import org.kadam.assessment.itemtype.ItemTypes;
import org.kadam.course.control.ContentFiles;
import org.kadam.event.control.Batch;
import org.kadam.exchange.control.Past;
import org.kadam.exchange.control.PastFile;

class PastTest {

  private static final UUID WORKER = UUID.fromString("0b0e2f4a-5a1c-4d59-8b7d-0a6b0a6f1e11");
  private static final String HASH = "0a".repeat(32);
  private static final JsonObject FORM =
      FormPackage.of(FormDraft.read(ContentFiles.shipped())).structure();
  private static final JsonObject COURSE =
      Json.createObjectBuilder()
          .add("id", "c")
          .add(
              "modules",
              Json.createArrayBuilder()
                  .add(Json.createObjectBuilder().add("id", "one").add("structure", HASH))
                  .add(Json.createObjectBuilder().add("id", "two").add("structure", HASH)))
          .build();

  private static Batch batch(Past past) {
    return past.batch(WORKER, COURSE, HASH, FORM);
  }

  private static Past past(String answers) {
    return new Past("KNT-003", 4, answers, LocalDate.of(2026, 9, 23));
  }

  private static List<JsonObject> of(Batch batch, String type) {
    return batch.events().stream()
        .map(JsonValue::asJsonObject)
        .filter(event -> event.getString("type").equals(type))
        .toList();
  }

  private static String outcome(JsonObject event) {
    JsonObject body = event.getJsonObject("body");
    if (body.getBoolean("helped")) {
      return "h";
    }
    JsonObject item = FORM.getJsonObject("items").getJsonObject(body.getString("item"));
    return ItemTypes.builtIn()
            .named(item.getString("type"))
            .orElseThrow()
            .done(item, body.getJsonObject("response"))
        ? "1"
        : "0";
  }

  @Test
  void each_answer_is_scored_as_the_row_says() {
    for (String answers :
        List.of("111111111111111", "000000000000000", "1h0h10h10100111", "010101010101010")) {
      StringBuilder scored = new StringBuilder();
      of(batch(past(answers)), "item.answered").forEach(event -> scored.append(outcome(event)));
      assertEquals(answers, scored.toString());
    }
  }

  @Test
  void the_same_row_gives_the_same_events_and_another_worker_other_ids() {
    Batch batch = batch(past("1".repeat(15)));
    assertEquals(batch, batch(past("1".repeat(15))));
    Past other = new Past("KNT-004", 4, "1".repeat(15), LocalDate.of(2026, 9, 23));
    assertNotEquals(batch.device(), batch(other).device());
    Set<String> ids = new HashSet<>();
    batch.events().forEach(event -> ids.add(event.asJsonObject().getString("id")));
    batch(other).events().forEach(event -> ids.add(event.asJsonObject().getString("id")));
    assertEquals(batch.events().size() * 2, ids.size());
  }

  @Test
  void time_goes_forward_and_ends_on_the_day_of_the_row() {
    Batch batch = batch(past("1".repeat(15)));
    Instant before = Instant.EPOCH;
    for (JsonValue event : batch.events()) {
      Instant at = Instant.parse(event.asJsonObject().getString("at"));
      assertTrue(before.isBefore(at), event.toString());
      before = at;
    }
    assertEquals("2026-09-23", batch.sentAt().toString().substring(0, 10));
  }

  @Test
  void whoever_was_not_assessed_only_learned() {
    Batch batch = batch(past(""));
    assertEquals(4, batch.events().size());
    assertEquals(2, of(batch, "module.finished").size());
    assertEquals("2026-09-23", batch.sentAt().toString().substring(0, 10));
  }

  @Test
  void every_row_that_ships_can_be_played() {
    for (String district : List.of("muzaffarpur", "bokeo")) {
      List<Past> pasts = PastFile.shipped(district);
      assertTrue(pasts.size() > 100);
      pasts.forEach(past -> assertTrue(batch(past).events().size() <= Batch.MOST_EVENTS));
    }
  }
}
