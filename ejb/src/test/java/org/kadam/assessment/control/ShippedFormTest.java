package org.kadam.assessment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kadam.assessment.itemtype.ItemTypes;
import org.kadam.course.control.ContentFiles;
import org.kadam.course.control.Faults;
import org.kadam.course.entity.PackagePart;
import org.kadam.json.CanonicalJson;

class ShippedFormTest {

  /**
   * What a phone may pay, once, for all ninety tasks: how they work, the plan that chooses among
   * them, and the text of one language.
   */
  private static final int MOST_BYTES = 60_000;

  private final FormDraft draft = FormDraft.read(ContentFiles.shipped());

  @Test
  void every_key_is_there_in_every_language_and_every_goal_can_be_reached() {
    Faults faults = new Faults();
    new FormCheck(ItemTypes.builtIn()).check(draft, faults);
    assertEquals(List.of(), faults.found());
  }

  @Test
  void each_sitting_begins_with_its_easiest_item_and_mixes_the_areas() {
    JsonObject onPaper = TestForm.onPaper();
    JsonObject items = onPaper.getJsonObject("items");
    JsonObject difficulty = onPaper.getJsonObject("plan").getJsonObject("difficulty");
    for (JsonArray sitting : draft.form().getJsonArray("sittings").getValuesAs(JsonArray.class)) {
      List<String> ids = sitting.getValuesAs(JsonString::getString);
      int first = difficulty.getInt(ids.get(0));
      assertTrue(ids.stream().allMatch(id -> difficulty.getInt(id) >= first), ids::toString);
      var areas = new HashSet<String>();
      ids.forEach(id -> areas.add(items.getJsonObject(id).getString("area")));
      assertTrue(areas.size() >= 4, ids::toString);
    }
  }

  @Test
  void the_whole_assessment_costs_little() {
    FormPackage form = FormPackage.of(draft);
    int structure = bytes(form.structure()) + bytes(form.plan().orElseThrow());
    form.texts()
        .forEach(
            (language, text) -> {
              int all = structure + bytes(text);
              assertTrue(all <= MOST_BYTES, "The form in " + language + " costs " + all + " bytes");
            });
  }

  private static int bytes(JsonObject content) {
    return new PackagePart("form", CanonicalJson.bytes(content), Instant.EPOCH).bytes();
  }
}
