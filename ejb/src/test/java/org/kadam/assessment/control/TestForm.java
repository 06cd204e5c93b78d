package org.kadam.assessment.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kadam.course.control.ContentFiles;

/** A form of fifteen items as it would be published, of shapes that are quick to answer. */
final class TestForm {

  static final String ID = "test-form";
  static final String FIRST = "item-a";

  /** Two of three items are observed tasks, a tap on {@code yes} each; the others are questions. */
  static JsonObject structure(double shift) {
    return structure(shift, new Cuts(List.of(-1., 0., 1.2), 0));
  }

  /** The same with other cuts. */
  static JsonObject structure(double shift, Cuts cuts) {
    var items = Json.createObjectBuilder();
    Map<String, Double> difficulties = new LinkedHashMap<>();
    Set<String> observed = new HashSet<>();
    for (int i = 0; i < 15; i++) {
      String id = "item-" + (char) ('a' + i);
      items.add(id, i % 3 == 2 ? question(id) : task(id));
      difficulties.put(id, -2 + i * .25 + shift);
      if (i % 3 != 2) {
        observed.add(id);
      }
    }
    return Json.createObjectBuilder()
        .add("kind", "form")
        .add("id", ID)
        .add("items", items)
        .add("plan", Plan.of(difficulties, observed, cuts))
        .build();
  }

  /** As it was published before what was done with help counted. */
  static JsonObject before(JsonObject structure) {
    JsonObject plan =
        Json.createObjectBuilder(structure.getJsonObject("plan"))
            .remove("helped")
            .add("model", "rasch-eap-1")
            .build();
    return Json.createObjectBuilder(structure).add("plan", plan).build();
  }

  /** What ships, given to everybody alike as on paper: the same fifteen, with a plan in it. */
  static JsonObject onPaper() {
    FormDraft shipped = FormDraft.read(ContentFiles.shipped());
    JsonObject fixed = Json.createObjectBuilder(shipped.form()).remove(AdaptiveForm.KEY).build();
    return FormPackage.of(
            new FormDraft(
                fixed, shipped.texts(), shipped.areas(), shipped.modules(), shipped.lines()))
        .structure();
  }

  private static JsonObject question(String id) {
    return Json.createObjectBuilder()
        .add("id", id)
        .add("type", "choice")
        .add("observed", false)
        .add("module", "course/module")
        .add(
            "answers",
            Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("id", "yes").add("right", true))
                .add(Json.createObjectBuilder().add("id", "no").add("right", false)))
        .build();
  }

  private static JsonObject task(String id) {
    var controls =
        Json.createArrayBuilder()
            .add(
                Json.createObjectBuilder()
                    .add("id", "yes")
                    .add("look", "button")
                    .add("set", Json.createArrayBuilder().add("m")))
            .add(Json.createObjectBuilder().add("id", "no").add("look", "button"));
    return Json.createObjectBuilder()
        .add("id", id)
        .add("type", "phone")
        .add("observed", true)
        .add("module", "course/module")
        .add("start", "s")
        .add("goal", Json.createArrayBuilder().add("m"))
        .add("hint", Json.createArrayBuilder().add("yes"))
        .add(
            "screens",
            Json.createObjectBuilder()
                .add("s", Json.createObjectBuilder().add("look", "chat").add("controls", controls)))
        .build();
  }

  /** A response that is right or wrong, whatever the item. */
  static JsonObject response(boolean right) {
    var one = Json.createArrayBuilder().add(right ? "yes" : "no").build();
    return Json.createObjectBuilder()
        .add("answers", one)
        .add("path", one)
        .add("hints", 0)
        .add("gaveUp", false)
        .build();
  }

  private TestForm() {}
}
