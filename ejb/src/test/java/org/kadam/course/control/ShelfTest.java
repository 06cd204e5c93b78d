package org.kadam.course.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {

  private static final String CORE = "core: [a/m1, a/m2, a/m3, a/m4, a/m5, b/m1]\n";

  @TempDir private Path folder;

  @BeforeEach
  void courses() throws IOException {
    for (String course : List.of("a", "b", "c")) {
      Path file = folder.resolve("course/" + course + "/course.yaml");
      Files.createDirectories(file.getParent());
      Files.writeString(
          file, "modules: [{id: m1}, {id: m2}, {id: m3}, {id: m4}, {id: m5}, {id: m6}]\n");
    }
  }

  private Shelf shelf(String yaml) throws IOException {
    Files.writeString(folder.resolve("course/courses.yaml"), yaml);
    return Shelf.read(ContentFiles.in(folder));
  }

  private void refused(String yaml, String... faults) {
    var broken = assertThrows(Faults.Broken.class, () -> shelf(yaml));
    assertEquals(String.join("\n", faults), broken.getMessage());
  }

  @Test
  void a_list_of_ids_is_a_shelf_for_workers_without_a_path() throws IOException {
    Shelf shelf = shelf("courses: [b, a]\n");
    assertEquals(
        List.of(new Shelf.Place("b", Set.of("workers")), new Shelf.Place("a", Set.of("workers"))),
        shelf.courses());
    assertEquals(
        "{\"kind\":\"shelf\",\"id\":\"shelf\",\"version\":1,"
            + "\"courses\":[{\"id\":\"b\"},{\"id\":\"a\"}],\"core\":[]}",
        shelf.manifest().toString());
  }

  @Test
  void a_course_may_be_for_others_and_six_modules_may_come_first() throws IOException {
    Shelf shelf = shelf(CORE + "courses: [a, b, {id: c, for: [supervisors, experts]}]\n");
    assertEquals(List.of("a/m1", "a/m2", "a/m3", "a/m4", "a/m5", "b/m1"), shelf.core());
    assertEquals(Set.of("supervisors", "experts"), shelf.courses().get(2).audience());
    assertEquals(
        "{\"id\":\"c\",\"for\":[\"supervisors\",\"experts\"]}",
        shelf.manifest().getJsonArray("courses").get(2).toString());
    assertEquals(List.of("a", "b", "c"), Shelf.courses(ContentFiles.in(folder)));
  }

  @Test
  void whom_nobody_knows_and_a_course_twice_are_refused_with_the_line() {
    refused(
        "courses:\n  - a\n  - {id: b, for: [bosses]}\n  - {id: c, for: []}\n  - a\n",
        "course/courses.yaml:3 at courses.2.for: A course is for workers, supervisors or experts",
        "course/courses.yaml:4 at courses.3.for: A course is for workers, supervisors or experts",
        "course/courses.yaml:5 at courses.4: This course is there twice");
  }

  @Test
  void a_path_has_six_modules_which_are_there_and_for_workers() {
    refused(
        "courses: [a, {id: b, for: [experts]}]\n" + CORE.replace("m5", "m1").replace("m4", "gone"),
        "course/courses.yaml:2 at core.4: There is no such module for workers to learn",
        "course/courses.yaml:2 at core.5: This module is there twice",
        "course/courses.yaml:2 at core.6: There is no such module for workers to learn");
    refused(
        "courses: [a]\ncore: [a/m1]\n", "course/courses.yaml:2 at core: The path has six modules");
    refused(
        "courses: [a]\ncore: a/m1\n",
        "course/courses.yaml:2 at core: This must be a list of modules such as course/module");
  }

  @Test
  void what_is_no_list_of_courses_is_refused() {
    refused("courses: a\n", "course/courses.yaml:1 at courses: There must be a list of courses");
    refused(
        "courses: [a]\nshelf: 1\n", "course/courses.yaml:2 at shelf: There is no such key here");
    refused("courses: [7]\n", "course/courses.yaml:1 at courses.1.id: This key must be there");
  }
}
