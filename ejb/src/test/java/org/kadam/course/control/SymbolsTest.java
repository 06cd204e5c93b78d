package org.kadam.course.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SymbolsTest {

  private static final String XMLNS = "xmlns=\"http://www.w3.org/2000/svg\"";
  private static final String LAMP =
      "<svg "
          + XMLNS
          + " viewBox=\"-9 -9 9 0\">\n  <!-- a lamp -->\n  <path d=\"M0 0v-9\"/>\n</svg>";

  @TempDir private Path folder;
  private SmallCourse course;

  @BeforeEach
  void copy() throws IOException {
    course = new SmallCourse(folder);
    symbol(LAMP);
  }

  private void symbol(String svg) throws IOException {
    Files.createDirectories(folder.resolve("course/symbols"));
    Files.writeString(folder.resolve("course/symbols/lamp.svg"), svg);
  }

  private CourseDraft picture(String inside) throws IOException {
    Files.writeString(
        folder.resolve("course/small/media/drop.svg"),
        "<svg " + XMLNS + ">\n<rect/>\n" + inside + "\n</svg>\n");
    return course.read();
  }

  private String published(String inside) throws IOException {
    CourseDraft draft = picture(inside);
    assertEquals(List.of(), SmallCourse.faults(draft));
    return CoursePackages.modules(draft)
        .get(0)
        .structure()
        .getJsonObject("pictures")
        .getString("drop.svg");
  }

  private void refused(String inside, String... faults) throws IOException {
    assertEquals(List.of(faults), SmallCourse.faults(picture(inside)));
  }

  @Test
  void a_published_picture_has_the_symbol_in_its_place() throws IOException {
    assertEquals(
        "<svg "
            + XMLNS
            + ">\n<rect/>\n<g transform=\"translate(120 200)\"><path d=\"M0 0v-9\"/></g>\n</svg>",
        published("<use href=\"lamp\" x=\"120\" y=\"200\"/>"));
  }

  @Test
  void a_transform_is_kept_and_comes_before_the_place_as_in_any_drawing() throws IOException {
    assertTrue(
        published("<use transform='translate(9 8) scale(-1 1)' href='lamp' />")
            .contains("<g transform=\"translate(9 8) scale(-1 1)\"><path"));
    assertTrue(
        published("<use href='lamp' x='4' transform='scale(2)'></use>")
            .contains("<g transform=\"scale(2) translate(4 0)\"><path"));
  }

  @Test
  void a_symbol_may_be_drawn_twice_and_a_use_of_the_pictures_own_parts_stays() throws IOException {
    String own = "<g id=\"a\"/><use href=\"#a\" x=\"3\"/>";
    String drawn = published("<use href=\"lamp\"/>" + own + "<use href=\"lamp\" x=\"-3.5\"/>");
    assertTrue(drawn.contains(own));
    assertTrue(drawn.contains("<g transform=\"translate(0 0)\"><path"));
    assertTrue(drawn.contains("<g transform=\"translate(-3.5 0)\"><path"));
  }

  @Test
  void a_symbol_that_is_not_there_is_named_with_file_and_line() throws IOException {
    refused(
        "<use href=\"ghost\"/>", "course/small/media/drop.svg at line 3: There is no symbol ghost");
    refused(
        "<use href=\"../../lamp\"/>",
        "course/small/media/drop.svg at line 3: There is no symbol ../../lamp");
  }

  @Test
  void a_use_takes_a_place_and_nothing_else() throws IOException {
    refused(
        "<use href=\"lamp\" x=\"1em\" width=\"3\"/>",
        "course/small/media/drop.svg at line 3: A symbol takes only x, y and transform, not width",
        "course/small/media/drop.svg at line 3: The x of a symbol must be a number");
  }

  @Test
  void a_use_that_publishing_would_not_see_is_refused() throws IOException {
    refused(
        "<use href=\"lamp\"><title>a lamp</title></use>",
        "course/small/media/drop.svg at line 3:"
            + " A link to something outside the picture is not allowed");
    refused(
        "<s:use xmlns:s=\"http://www.w3.org/2000/svg\" href=\"lamp\"/>",
        "course/small/media/drop.svg at line 3:"
            + " A link to something outside the picture is not allowed");
  }

  @Test
  void a_transform_that_fetches_is_refused() throws IOException {
    refused(
        "<use href=\"lamp\" transform=\"url(https://example.org/)\"/>",
        "course/small/media/drop.svg at line 3: Nothing may be fetched: gtransform");
  }

  @Test
  void a_symbol_with_more_than_a_drawing_is_named_once_with_file_and_line() throws IOException {
    bad("<script>1</script>", "The element script is not allowed in a picture");
    bad("<path style=\"fill:red\"/>", "Use attributes instead of a style");
    bad(
        "<use href=\"https://example.org/a.svg\"/>",
        "A link to something outside the picture is not allowed",
        "Nothing may be fetched: usehref",
        "A symbol must not use another");
    bad("<path id=\"a\"/>", "A symbol must not have an id: it may be drawn more than once");
    bad("<use href=\"#a\"/>", "A symbol must not use another");
  }

  private void bad(String inside, String... reasons) throws IOException {
    symbol("<svg " + XMLNS + ">\n" + inside + "\n</svg>");
    refused(
        "<use href=\"lamp\"/><use href=\"lamp\"/>",
        List.of(reasons).stream()
            .map(reason -> "course/symbols/lamp.svg at line 2: " + reason)
            .toArray(String[]::new));
  }

  @Test
  void what_a_symbols_root_says_would_be_lost_and_is_refused() throws IOException {
    symbol("<svg " + XMLNS + " fill=\"none\"><path/></svg>");
    refused(
        "<use href=\"lamp\"/>",
        "course/symbols/lamp.svg at line 1: Only the drawing inside is used: put fill on a group");
  }
}
