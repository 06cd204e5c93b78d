package org.kadam.course.cardtype;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kadam.course.control.Faults;
import org.kadam.course.control.Shape;

/** What several card types ask alike. */
final class Cards {

  /** The shape that every card begins with. */
  static Shape shape() {
    return new Shape().with("id", Shape.Of.ID).with("type", Shape.Of.ID);
  }

  static List<JsonObject> objects(JsonObject from, String key) {
    var array = from.getJsonArray(key);
    return array == null ? List.of() : array.getValuesAs(JsonObject.class);
  }

  static List<String> strings(JsonObject from, String key) {
    var array = from.getJsonArray(key);
    return array == null ? List.of() : array.getValuesAs(JsonString::getString);
  }

  /** Each object fits, and no id is there twice. */
  static boolean distinct(List<JsonObject> objects, Shape shape, Faults.Spot spot) {
    boolean well = true;
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < objects.size(); i++) {
      Faults.Spot here = spot.in(String.valueOf(i + 1));
      well &= shape.fits(objects.get(i), here);
      String id = objects.get(i).get("id") instanceof JsonString s ? s.getString() : null;
      well &= !here.faultIf(id != null && !ids.add(id), "double", "This id is there twice: " + id);
    }
    return well;
  }

  /** No id is there twice. */
  static boolean distinct(List<String> ids, Faults.Spot spot) {
    Set<String> seen = new HashSet<>();
    boolean well = true;
    for (String id : ids) {
      well &= !spot.faultIf(!seen.add(id), "double", "This id is there twice: " + id);
    }
    return well;
  }

  /** Messages of a conversation fit, and come from someone who is in it. */
  static void messages(List<JsonObject> messages, Set<String> people, Faults.Spot spot) {
    Shape shape =
        new Shape()
            .with("from", Shape.Of.ID)
            .maybe("at", Shape.Of.TIME)
            .maybe("picture", Shape.Of.FLAG);
    for (int i = 0; i < messages.size(); i++) {
      Faults.Spot here = spot.in(String.valueOf(i + 1));
      if (shape.fits(messages.get(i), here)) {
        String from = messages.get(i).getString("from");
        here.faultIf(
            !people.isEmpty() && !from.equals("me") && !people.contains(from),
            "person",
            "Nobody of this name is in the conversation: " + from);
      }
    }
  }

  /** Adds {@code prefix.1}, {@code prefix.2} and so on for a list of that many. */
  static void numbered(Set<String> keys, String prefix, int count) {
    for (int i = 1; i <= count; i++) {
      keys.add(prefix + i);
    }
  }

  private Cards() {}
}
