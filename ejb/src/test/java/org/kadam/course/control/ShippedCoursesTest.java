package org.kadam.course.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kadam.course.entity.PackagePart;
import org.kadam.json.CanonicalJson;

class ShippedCoursesTest {

  /** What a phone may pay for one module: its structure, pictures and the text of one language. */
  private static final int MOST_BYTES = 15 * 1024;

  static List<CourseDraft> courses() {
    ContentFiles files = ContentFiles.shipped();
    return Shelf.courses(files).stream().map(id -> CourseDraft.read(files, id)).toList();
  }

  @Test
  void the_shelf_and_the_path_on_it_are_sound() {
    assertEquals(courses().size(), Shelf.read(ContentFiles.shipped()).courses().size());
  }

  @ParameterizedTest
  @MethodSource("courses")
  void every_key_is_there_in_every_language_and_every_picture_and_every_answer(CourseDraft course) {
    assertEquals(List.of(), SmallCourse.faults(course));
  }

  @ParameterizedTest
  @MethodSource("courses")
  void a_module_costs_little(CourseDraft course) {
    for (CoursePackages.Module module : CoursePackages.modules(course)) {
      int structure = bytes("module", module.structure());
      String name = course.id() + "/" + module.structure().getString("module");
      module
          .texts()
          .forEach(
              (language, text) -> {
                int all = structure + bytes("text", text);
                String what = name + " in " + language.tag();
                System.out.printf("%6d bytes gz  %s%n", all, what);
                assertTrue(all <= MOST_BYTES, what + " costs " + all + " bytes");
              });
    }
  }

  private static int bytes(String kind, jakarta.json.JsonObject content) {
    return new PackagePart(kind, CanonicalJson.bytes(content), Instant.EPOCH).bytes();
  }
}
