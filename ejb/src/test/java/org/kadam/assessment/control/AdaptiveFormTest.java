package org.kadam.assessment.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kadam.assessment.control.adaptive.AdaptivePlan;
import org.kadam.assessment.control.adaptive.AdaptiveTest;
import org.kadam.assessment.control.adaptive.Design;
import org.kadam.assessment.control.adaptive.Simulate;
import org.kadam.assessment.entity.Attempt;
import org.kadam.assessment.itemtype.ItemTypes;
import org.kadam.course.control.ContentFiles;
import org.kadam.course.control.Faults;
import org.kadam.course.entity.PackagePart;
import org.kadam.event.entity.LedgerEvent;
import org.kadam.json.CanonicalJson;

class AdaptiveFormTest {

  private static final String TEN =
      "{\"items\":10,\"sittings\":3,\"minimum\":{\"A1\":1,\"A2\":1,\"A3\":1,\"A4\":1}}";

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static List<String> faults(FormDraft draft) {
    Faults faults = new Faults();
    new FormCheck(ItemTypes.builtIn()).check(draft, faults);
    return faults.found().stream().map(Faults.Fault::toString).toList();
  }

  private static FormDraft draft(String adaptive) {
    return new TestDraft().form(AdaptiveForm.KEY, json(adaptive)).draft();
  }

  @Test
  void what_ships_is_adaptive_as_it_was_simulated_and_small() {
    FormDraft shipped = FormDraft.read(ContentFiles.shipped());
    assertEquals(List.of(), faults(shipped));
    FormPackage parts = FormPackage.of(shipped);
    AdaptivePlan plan = AdaptivePlan.read(parts.plan().orElseThrow());
    assertEquals(Set.copyOf(plan.items()), parts.structure().getJsonObject("items").keySet());
    Design published = plan.design();
    assertEquals(Simulate.SHIPPED.least(), published.least());
    assertEquals(Simulate.SHIPPED.most(), published.most());
    assertEquals(Simulate.SHIPPED.certainty(), published.certainty());
    assertEquals(Simulate.SHIPPED.error(), published.error());
    assertArrayEquals(Simulate.SHIPPED.minimums(), published.minimums());
    assertEquals(Simulate.SHIPPED.observed(), published.observed());
    assertEquals(Simulate.SHIPPED.among(), published.among());
    assertEquals(
        CanonicalJson.sha256(CanonicalJson.bytes(parts.plan().get())),
        parts.structure().getString("plan"));
    parts.texts().values().forEach(text -> assertTrue(bytes(text) > 0));
    int plain = bytes(parts.plan().get());
    assertTrue(plain <= 12 * 1024, plain + " bytes of plan");
    parts
        .texts()
        .forEach(
            (language, text) -> {
              // What is fetched once, for every assessment she will ever take of this bank.
              int all = bytes(parts.structure()) + bytes(text) + plain;
              double each = all / (double) plan.items().size();
              assertTrue(each <= 900, language + ": " + each + " bytes an item");
            });
  }

  @Test
  void a_form_for_everybody_is_published_as_ever() {
    FormPackage parts = FormPackage.of(new TestDraft().draft());
    assertTrue(parts.plan().isEmpty());
    assertTrue(parts.structure().getJsonObject("plan").containsKey("right"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "5                                                     | This must be a mapping",
        "{\"items\":15}                                        | This key must be there",
        "{\"items\":15,\"sittings\":3,\"often\":1}             | There is no such key here",
        "{\"items\":15,\"sittings\":2}                         | There must be three sittings",
        "{\"items\":14,\"sittings\":3}                         | The areas need more items",
        "{\"items\":16,\"sittings\":3}                         | There are only 15 items",
        "{\"items\":22,\"sittings\":3}                         | A sitting has at most seven",
        "{\"items\":15,\"sittings\":3,\"least\":14}            | The areas need more items",
        "{\"items\":15,\"sittings\":3,\"minimum\":{\"A1\":3}}  | There are only 2 items",
        "{\"items\":15,\"sittings\":3,\"minimum\":{\"A9\":1}}  | This must be an area",
        "{\"items\":15,\"sittings\":3,\"minimum\":{\"A1\":-1}} | This must be an area",
        "{\"items\":15,\"sittings\":3,\"least\":16}            | There are fewer items",
        "{\"items\":15,\"sittings\":3,\"certainty\":1.2}       | This must be a number",
        "{\"items\":15,\"sittings\":3,\"error\":\"low\"}       | This must be a number"
      })
  void what_cannot_be_given_is_said(String adaptive, String told) {
    var value = json("{\"it\":" + adaptive + "}").get("it");
    List<String> faults = faults(new TestDraft().form(AdaptiveForm.KEY, value).draft());
    assertTrue(faults.stream().anyMatch(fault -> fault.contains(told)), faults::toString);
  }

  @Test
  void a_bank_with_too_few_tasks_is_said() {
    TestDraft draft = new TestDraft().form(AdaptiveForm.KEY, json(TEN));
    assertEquals(List.of(), faults(draft.draft()));
    for (int i = 0; i < 15; i++) {
      draft.item(i, "observed", jakarta.json.JsonValue.FALSE);
    }
    assertTrue(
        faults(draft.draft()).stream().anyMatch(fault -> fault.contains("only 0 observed items")));
  }

  @Test
  void what_she_answered_is_scored_whatever_a_phone_should_have_chosen() {
    FormPackage parts = FormPackage.of(draft(TEN));
    JsonObject plan = parts.plan().orElseThrow();
    Form form = Form.of(parts.structure(), plan);
    assertEquals(10, form.length());
    assertEquals(15, form.items().size());
    AdaptivePlan read = AdaptivePlan.read(plan);
    AdaptiveTest test = new AdaptiveTest(read.tables(), read.design(), 3);
    List<String> chosen = new ArrayList<>();
    for (int item = test.next(); item != AdaptiveTest.DONE; item = test.next()) {
      chosen.add(read.items().get(item));
      test.answer(item, chosen.size() % 2);
    }
    Attempt attempt = attempt(form, chosen);
    assertEquals(10, attempt.answered());
    Ability ability = attempt.result().orElseThrow();
    assertEquals(test.ability(), ability.mean(), .01);
    assertEquals(test.level(), ability.level());
    assertTrue(attempt(form, chosen.subList(0, 9)).result().isEmpty(), "not yet whole");

    List<String> others = new ArrayList<>(form.items().keySet());
    others.removeAll(chosen);
    List<String> swapped = new ArrayList<>(chosen.subList(0, 5));
    swapped.addAll(others);
    assertTrue(attempt(form, swapped).result().isPresent(), "other items than a phone chooses");

    List<String> unknown = new ArrayList<>(chosen.subList(0, 9));
    unknown.add("of-another-plan");
    assertEquals(9, attempt(form, unknown).answered());
    assertFalse(attempt(form, unknown).result().isPresent());
  }

  @Test
  void done_with_help_counts_on_the_phone_and_on_the_server_by_the_way_between_the_forms_cuts() {
    FormPackage parts = FormPackage.of(draft(TEN));
    JsonObject plan = parts.plan().orElseThrow();
    Form form = Form.of(parts.structure(), plan);
    AdaptivePlan read = AdaptivePlan.read(plan);
    Form before =
        Form.of(
            parts.structure(),
            Json.createObjectBuilder(plan).add("version", 1).add("model", "rasch-eap-1").build());
    AdaptiveTest test = new AdaptiveTest(read.tables(), read.design(), 3);
    AdaptiveTest without = new AdaptiveTest(read.tables(), read.design(), 3);
    Map<String, Outcome> outcomes = new HashMap<>();
    Map<String, Outcome> alone = new HashMap<>();
    int tasks = 0;
    for (int item = 0; item < 12; item++) {
      boolean observed = form.items().get(read.items().get(item)).observed();
      Outcome outcome = item < 3 ? Outcome.DONE : item < 6 ? Outcome.NOT_DONE : Outcome.HELPED;
      tasks += observed && outcome == Outcome.HELPED ? 1 : 0;
      outcomes.put(read.items().get(item), outcome);
      int number = outcome == Outcome.HELPED ? AdaptiveTest.WITH_HELP : item < 3 ? 1 : 0;
      test.answer(item, number);
      if (outcome.alone()) {
        alone.put(read.items().get(item), outcome);
        without.answer(item, number);
      }
    }
    assertTrue(tasks > 0);
    Ability ability = form.ability(outcomes).orElseThrow();
    assertEquals(test.ability(), ability.mean(), .01);
    assertEquals(test.below(form.cuts().flag()), ability.below(), .01);
    assertTrue(test.ability() > without.ability() + .05 * tasks);
    assertEquals(without.ability(), form.ability(alone).orElseThrow().mean(), .01);
    assertEquals(before.ability(alone), before.ability(outcomes), "as it was published then");
  }

  @Test
  void a_form_with_a_plan_of_another_version_is_refused() {
    FormPackage parts = FormPackage.of(draft(TEN));
    JsonObject later =
        Json.createObjectBuilder(parts.plan().orElseThrow()).add("version", 9).build();
    assertThrows(IllegalArgumentException.class, () -> Form.of(parts.structure(), later));
  }

  /** An attempt with these answers, every other one right, beginning with a right one. */
  private static Attempt attempt(Form form, List<String> items) {
    UUID worker = new UUID(0, 1);
    Instant start = Instant.parse("2026-11-22T06:00:00Z");
    List<LedgerEvent> events = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      JsonObject body =
          Json.createObjectBuilder()
              .add("attempt", new UUID(0, 4).toString())
              .add("form", form.id())
              .add("item", items.get(i))
              .add("sitting", i / 5 + 1)
              .add("response", TestForm.response(i % 2 == 0))
              .add("helped", false)
              .build();
      events.add(
          new LedgerEvent(
              i,
              "item.answered",
              1,
              worker,
              new UUID(0, 3),
              i,
              start.plusSeconds(i),
              "plan",
              body));
    }
    FormVersions versions =
        new FormVersions(
            List.of(new FormVersions.Version(start, "structure", Set.of("structure", "plan"))));
    Map<Attempt.Key, Attempt> attempts = new HashMap<>();
    ScoreAttempts.fold(
        events,
        attempts,
        new ScoreAttempts.Published(any -> versions, hash -> form),
        ItemTypes.builtIn());
    return attempts.values().iterator().next();
  }

  private static int bytes(JsonObject content) {
    return new PackagePart("form", CanonicalJson.bytes(content), Instant.EPOCH).bytes();
  }
}
