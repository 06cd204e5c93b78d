package org.kadam.assessment.control;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.kadam.assessment.itemtype.ItemTypes;
import org.kadam.course.control.Media;
import org.kadam.language.Language;

/** A sound form of the blueprint with the shortest items there can be, to be spoilt one by one. */
final class TestDraft {

  private final Map<String, List<JsonObject>> items = new TreeMap<>();
  private JsonObject form;
  private UnaryOperator<JsonObject> textOfFirst = UnaryOperator.identity();

  TestDraft() {
    JsonObject shapes = TestForm.structure(0).getJsonObject("items");
    List<String> ids = new ArrayList<>(shapes.keySet());
    int next = 0;
    for (var area : Blueprint.ITEMS.entrySet()) {
      List<JsonObject> inArea = new ArrayList<>();
      for (int i = 0; i < area.getValue(); i++) {
        String id = ids.get(next);
        inArea.add(
            Json.createObjectBuilder(shapes.getJsonObject(id))
                .add("version", 1)
                .add("area", area.getKey())
                .add(
                    "competence",
                    Json.createObjectBuilder().add("code", "2.1").add("framework", "digcomp-2.2"))
                .add("difficulty", -2 + next * .25)
                .add("spread", .5)
                .build());
        next++;
      }
      items.put(area.getKey(), inArea);
    }
    form =
        Json.createObjectBuilder()
            .add("id", TestForm.ID)
            .add("minutes", 24)
            .add("cuts", Json.createArrayBuilder().add(-1).add(0).add(1.2))
            .add("flagCut", 0)
            .add("sittings", sittings(ids))
            .build();
  }

  static JsonArray sittings(List<String> ids) {
    JsonArrayBuilder sittings = Json.createArrayBuilder();
    for (int from = 0; from < ids.size(); from += 5) {
      sittings.add(Json.createArrayBuilder(ids.subList(from, Math.min(from + 5, ids.size()))));
    }
    return sittings.build();
  }

  List<String> ids() {
    return items.values().stream().flatMap(List::stream).map(i -> i.getString("id")).toList();
  }

  /** Puts a value into the form; null takes the key out. */
  TestDraft form(String key, JsonValue value) {
    form = with(form, key, value);
    return this;
  }

  /** Puts a value into the item of this number, counted over all areas from 0. */
  TestDraft item(int number, String key, JsonValue value) {
    int from = 0;
    for (List<JsonObject> inArea : items.values()) {
      if (number < from + inArea.size()) {
        inArea.set(number - from, with(inArea.get(number - from), key, value));
        return this;
      }
      from += inArea.size();
    }
    throw new IllegalArgumentException();
  }

  /** Changes the Lao text of the first item. */
  TestDraft text(UnaryOperator<JsonObject> change) {
    textOfFirst = change;
    return this;
  }

  private static JsonObject with(JsonObject object, String key, JsonValue value) {
    JsonObjectBuilder changed = Json.createObjectBuilder(object);
    return (value == null ? changed.remove(key) : changed.add(key, value)).build();
  }

  FormDraft draft() {
    Map<String, FormDraft.Area> areas = new TreeMap<>();
    items.forEach(
        (area, inArea) -> {
          var list = Json.createObjectBuilder().add("items", Json.createArrayBuilder(inArea));
          areas.put(
              area,
              new FormDraft.Area(list.build(), texts(inArea), new Media("", Map.of(), Map.of())));
        });
    Map<Language, JsonObject> titles = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      titles.put(language, Json.createObjectBuilder().add("title", "My phone, my work").build());
    }
    return new FormDraft(form, titles, areas, Set.of("course/module"));
  }

  private Map<Language, JsonObject> texts(List<JsonObject> inArea) {
    Map<Language, JsonObject> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      JsonObjectBuilder all = Json.createObjectBuilder();
      for (JsonObject item : inArea) {
        JsonObject text = text(item);
        boolean spoilt = language == Language.LO && item.getString("id", "").equals(TestForm.FIRST);
        all.add(item.getString("id", "none"), spoilt ? textOfFirst.apply(text) : text);
      }
      texts.put(language, all.build());
    }
    return texts;
  }

  private static JsonObject text(JsonObject item) {
    Map<String, Object> tree = new LinkedHashMap<>(Map.of("can", "doing it"));
    for (String key :
        ItemTypes.builtIn()
            .named(item.getString("type", ""))
            .map(type -> type.words(item).needed())
            .orElse(Set.of())) {
      put(tree, key);
    }
    return Json.createObjectBuilder(tree).build();
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> tree, String key) {
    int dot = key.indexOf('.');
    if (dot < 0) {
      tree.put(key, "words");
    } else {
      put(
          (Map<String, Object>)
              tree.computeIfAbsent(key.substring(0, dot), any -> new LinkedHashMap<>()),
          key.substring(dot + 1));
    }
  }
}
