package org.kadam.course.control;

import java.util.List;

/** Which courses ship, in the order of {@code course/courses.yaml}. */
public final class Shelf {

  private Shelf() {}

  /**
   * The ids of the courses.
   *
   * @throws Faults.Broken if the list is not a list of ids
   */
  public static List<String> courses(ContentFiles files) {
    String path = "course/courses.yaml";
    var list = files.yaml(path);
    Faults faults = new Faults();
    new Shape().with("courses", Shape.Of.IDS).fits(list, faults.at(path, ""));
    faults.refuse();
    return list.getJsonArray("courses").getValuesAs(jakarta.json.JsonString::getString);
  }
}
