package org.kadam.course.control;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which courses ship, in which order and for whom, and the path that everybody begins with, as
 * {@code course/courses.yaml} says.
 *
 * @param core modules as {@code course/module}, in their order; empty if no path is given
 */
public record Shelf(List<Place> courses, List<String> core) {

  /** A course's place. */
  public record Place(String course, Set<String> audience) {}

  /** For whom a course is if nothing else is said. */
  public static final String EVERYBODY = "workers";

  private static final String FILE = "course/courses.yaml";
  private static final Set<String> AUDIENCES = Set.of(EVERYBODY, "supervisors", "experts");
  private static final int CORE = 6;

  /**
   * The ids of the courses, in their order.
   *
   * @throws Faults.Broken if the list is not a list of courses
   */
  public static List<String> courses(ContentFiles files) {
    Faults faults = new Faults();
    faults.know(Lines.of(files));
    JsonObject list = files.yaml(FILE);
    List<Place> places = places(list, faults.at(FILE, ""));
    faults.refuse();
    return places.stream().map(Place::course).toList();
  }

  /**
   * Reads the shelf.
   *
   * @throws Faults.Broken with everything that is wrong with it
   */
  public static Shelf read(ContentFiles files) {
    Faults faults = new Faults();
    faults.know(Lines.of(files));
    JsonObject list = files.yaml(FILE);
    Faults.Spot spot = faults.at(FILE, "");
    List<Place> places = places(list, spot);
    List<String> core = core(list, modules(files, places), spot.in("core"));
    faults.refuse();
    return new Shelf(places, core);
  }

  /** What is published of it: who is named only where it is not everybody. */
  public JsonObject manifest() {
    var listed = Json.createArrayBuilder();
    for (Place place : courses) {
      var one = Json.createObjectBuilder().add("id", place.course());
      if (!place.audience().equals(Set.of(EVERYBODY))) {
        one.add("for", Json.createArrayBuilder(place.audience()));
      }
      listed.add(one);
    }
    return Json.createObjectBuilder()
        .add("kind", "shelf")
        .add("id", "shelf")
        .add("version", 1)
        .add("courses", listed)
        .add("core", Json.createArrayBuilder(core))
        .build();
  }

  private static List<Place> places(JsonObject list, Faults.Spot spot) {
    List<Place> places = new ArrayList<>();
    spot.in("courses")
        .faultIf(
            !(list.get("courses") instanceof JsonArray),
            "shape",
            "There must be a list of courses");
    for (String key : list.keySet()) {
      spot.in(key)
          .faultIf(
              !Set.of("courses", "core").contains(key), "unknown", "There is no such key here");
    }
    if (list.get("courses") instanceof JsonArray courses) {
      Set<String> ids = new HashSet<>();
      for (int i = 0; i < courses.size(); i++) {
        Faults.Spot here = spot.in("courses").in(String.valueOf(i + 1));
        Place place = place(courses.get(i), here);
        if (place != null
            && !here.faultIf(!ids.add(place.course()), "double", "This course is there twice")) {
          places.add(place);
        }
      }
    }
    return places;
  }

  /** An id, or a mapping of an id and for whom it is. */
  private static Place place(JsonValue value, Faults.Spot spot) {
    JsonObject object =
        value instanceof JsonString id
            ? Json.createObjectBuilder().add("id", id).build()
            : value instanceof JsonObject mapping ? mapping : JsonValue.EMPTY_JSON_OBJECT;
    if (!new Shape().with("id", Shape.Of.ID).maybe("for", Shape.Of.IDS).fits(object, spot)) {
      return null;
    }
    Set<String> audience = new LinkedHashSet<>();
    if (object.containsKey("for")) {
      audience.addAll(object.getJsonArray("for").getValuesAs(JsonString::getString));
      spot.in("for")
          .faultIf(
              audience.isEmpty() || !AUDIENCES.containsAll(audience),
              "audience",
              "A course is for workers, supervisors or experts");
    } else {
      audience.add(EVERYBODY);
    }
    return new Place(object.getString("id"), audience);
  }

  private static List<String> core(JsonObject list, Set<String> modules, Faults.Spot spot) {
    if (!list.containsKey("core")) {
      return List.of();
    }
    if (spot.faultIf(
        !(list.get("core") instanceof JsonArray named)
            || !named.stream().allMatch(JsonString.class::isInstance),
        "shape",
        "This must be a list of modules such as course/module")) {
      return List.of();
    }
    List<String> core = list.getJsonArray("core").getValuesAs(JsonString::getString);
    spot.faultIf(core.size() != CORE, "count", "The path has six modules");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < core.size(); i++) {
      Faults.Spot here = spot.in(String.valueOf(i + 1));
      here.faultIf(!seen.add(core.get(i)), "double", "This module is there twice");
      here.faultIf(
          !modules.contains(core.get(i)), "module", "There is no such module for workers to learn");
    }
    return core;
  }

  /** What workers can learn, as {@code course/module}. */
  private static Set<String> modules(ContentFiles files, List<Place> places) {
    Set<String> modules = new HashSet<>();
    for (Place place : places) {
      if (place.audience().contains(EVERYBODY)
          && files.yaml("course/" + place.course() + "/course.yaml").get("modules")
              instanceof JsonArray listed) {
        for (JsonValue module : listed) {
          if (module instanceof JsonObject one && one.get("id") instanceof JsonString id) {
            modules.add(place.course() + "/" + id.getString());
          }
        }
      }
    }
    return modules;
  }
}
