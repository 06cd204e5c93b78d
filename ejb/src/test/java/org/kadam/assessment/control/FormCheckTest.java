package org.kadam.assessment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kadam.assessment.itemtype.ItemTypes;
import org.kadam.course.control.Faults;
import org.kadam.json.CanonicalJson;
import org.kadam.language.Language;

class FormCheckTest {

  private static List<String> faults(TestDraft draft) {
    Faults faults = new Faults();
    new FormCheck(ItemTypes.builtIn()).check(draft.draft(), faults);
    return faults.found().stream().map(Faults.Fault::toString).toList();
  }

  private static JsonValue json(String text) {
    try (var reader = Json.createReader(new java.io.StringReader("[" + text + "]"))) {
      return reader.readArray().get(0);
    }
  }

  @Test
  void a_sound_form_has_no_faults() {
    assertEquals(List.of(), faults(new TestDraft()));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "difficulty | null      | item-a.difficulty: This must be a number",
        "difficulty | \"hard\"  | item-a.difficulty: This must be a number",
        "difficulty | 9         | item-a.difficulty: This must be a number",
        "spread     | 0         | item-a.spread: This must be a number",
        "version    | 0         | item-a.version: This must be a whole number from 1",
        "version    | 1.5       | item-a.version: This must be a whole number from 1",
        "observed   | \"yes\"   | item-a.observed: This must be true or false",
        "id         | \"item-b\" | item-b: This id is there twice",
        "spread     | -1        | item-a.spread: This must be a number",
        "type       | \"guess\" | item-a.type: There is no such item type",
        "area       | \"A2\"    | item-a.area: The item is in the folder of A1",
        "module     | \"x/y\"   | item-a.module: There is no such module to learn",
        "competence | 5         | item-a.competence: This must be a mapping",
        "goal       | [\"z\"]   | item-a.goal: No control sets the mark z",
        "colour     | 1         | item-a.colour: There is no such key here"
      })
  void what_is_wrong_with_an_item_is_said_by_file_and_item(String key, String value, String told) {
    List<String> faults = faults(new TestDraft().item(0, key, json(value)));
    assertTrue(
        faults.stream().anyMatch(f -> f.startsWith("item/A1/items.yaml at " + told)),
        faults::toString);
  }

  @ParameterizedTest
  @CsvSource({"difficulty", "spread", "competence", "module", "version", "observed"})
  void an_item_that_lacks_something_is_refused(String key) {
    List<String> faults = faults(new TestDraft().item(0, key, null));
    assertTrue(
        faults.contains("item/A1/items.yaml at item-a." + key + ": This key must be there"),
        faults::toString);
  }

  @Test
  void two_items_of_one_id_are_refused_across_areas_too() {
    List<String> faults = faults(new TestDraft().item(14, "id", json("\"item-a\"")));
    assertTrue(faults.contains("item/A7/items.yaml at item-a: This id is there twice"));
  }

  @Test
  void a_question_cannot_call_itself_observed() {
    List<String> faults = faults(new TestDraft().item(2, "observed", JsonValue.TRUE));
    assertTrue(
        faults.contains(
            "item/A2/items.yaml at item-c.observed: Nothing is observed in an item of this type"),
        faults::toString);
  }

  @Test
  void all_faults_are_told_at_once() {
    TestDraft draft =
        new TestDraft()
            .item(0, "difficulty", null)
            .item(5, "module", json("\"no/where\""))
            .form("cuts", json("[1, 0]"));
    List<String> faults = faults(draft);
    for (String said : List.of("item-a.difficulty", "item-f.module", "form.yaml at cuts")) {
      assertTrue(faults.stream().anyMatch(f -> f.contains(said)), faults::toString);
    }
  }

  @Test
  void the_form_keeps_to_the_blueprint() {
    List<String> ids = new ArrayList<>(new TestDraft().ids());
    ids.set(14, ids.get(0));
    List<String> faults = faults(new TestDraft().form("sittings", TestDraft.sittings(ids)));
    assertTrue(
        faults.containsAll(
            List.of(
                "item/form.yaml at sittings: An item is picked twice",
                "item/form.yaml at sittings: Of area A1 there must be exactly 2",
                "item/form.yaml at sittings: Of area A7 there must be exactly 1")),
        faults::toString);
  }

  @Test
  void three_sittings_of_five_and_nothing_else() {
    List<String> ids = new TestDraft().ids();
    for (JsonValue sittings :
        List.of(
            TestDraft.sittings(ids.subList(0, 10)),
            JsonValue.EMPTY_JSON_ARRAY,
            json("[[],[],[]]"),
            json("[1,2,3]"),
            json("\"all\""))) {
      List<String> faults = faults(new TestDraft().form("sittings", sittings));
      assertTrue(
          faults.contains("item/form.yaml at sittings: There must be three sittings of five items"),
          faults::toString);
    }
  }

  @Test
  void at_least_sixty_percent_are_observed() {
    TestDraft draft = new TestDraft();
    for (int i : new int[] {0, 1}) {
      draft.item(i, "observed", JsonValue.FALSE);
    }
    assertEquals(
        List.of("item/form.yaml at sittings: Of 15 items only 8 are observed"), faults(draft));
    assertEquals(List.of(), faults(new TestDraft().item(0, "observed", JsonValue.FALSE)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"cuts|[]", "cuts|[0, 0]", "cuts|[\"a\"]", "cuts|5", "cuts|null", "flagCut|3"})
  void cuts_are_ascending_numbers_and_the_flags_cut_is_one_of_them(String key, String value) {
    List<String> faults = faults(new TestDraft().form(key, json(value)));
    assertEquals(1, faults.size(), faults::toString);
    assertTrue(faults.get(0).startsWith("item/form.yaml at cuts: "));
  }

  @Test
  void an_item_that_does_not_exist_cannot_be_picked() {
    List<String> ids = new ArrayList<>(new TestDraft().ids());
    ids.set(14, "nowhere");
    assertTrue(
        faults(new TestDraft().form("sittings", TestDraft.sittings(ids)))
            .contains("item/form.yaml at sittings: There is no item nowhere"));
  }

  @Test
  void a_text_that_one_language_lacks_is_named() {
    TestDraft draft = new TestDraft().text(t -> Json.createObjectBuilder(t).remove("can").build());
    assertEquals(
        List.of("item/A1/text.lo.yaml at item-a.can: This text is missing"), faults(draft));
  }

  @Test
  void the_package_has_everything_that_a_phone_needs_and_only_whole_numbers() {
    FormPackage made = FormPackage.of(new TestDraft().draft());
    JsonObject structure = made.structure();
    assertTrue(CanonicalJson.bytes(structure).length > 0);
    assertEquals(15, structure.getJsonObject("items").size());
    assertEquals(15, structure.getJsonObject("plan").getJsonObject("right").size());
    JsonObject first = structure.getJsonObject("items").getJsonObject("item-a");
    assertTrue(first.keySet().containsAll(List.of("goal", "screens", "module", "observed")));
    assertTrue(Collections.disjoint(first.keySet(), List.of("difficulty", "spread")));
    for (Language language : Language.values()) {
      JsonObject text = made.texts().get(language);
      assertEquals(language.tag(), text.getString("lang"));
      assertEquals("My phone, my work", text.getString("title"));
      assertEquals(15, text.getJsonObject("items").size());
      assertFalse(text.containsKey("review"));
    }
  }

  @Test
  void what_was_published_is_scored_by_the_difficulties_that_were_written() {
    Form form = Form.of(FormPackage.of(new TestDraft().draft()).structure());
    assertEquals(-2 + 14 * .25, form.items().get("item-o").difficulty());
    assertEquals(
        List.of("item-b", "item-o"),
        form
            .with(Set.of(Outcome.DONE), Map.of("item-o", Outcome.DONE, "item-b", Outcome.DONE))
            .stream()
            .map(Item::id)
            .toList());
  }
}
