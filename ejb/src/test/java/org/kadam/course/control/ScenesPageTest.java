package org.kadam.course.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScenesPageTest {

  private static final Path PAGE = Path.of(System.getProperty("root"), "docs/scenes.md");
  private static final Pattern CARD = Pattern.compile("`([a-z0-9-]+/[a-z0-9-]+/[a-z0-9-]+)`");

  private static Set<String> cards(String text) {
    return CARD.matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> shipped() {
    Set<String> cards = new TreeSet<>();
    for (CourseDraft course : ShippedCoursesTest.courses()) {
      for (CoursePackages.Module module : CoursePackages.modules(course)) {
        JsonObject structure = module.structure();
        structure.getJsonArray("cards").getValuesAs(JsonObject.class).stream()
            .map(
                card ->
                    course.id() + "/" + structure.getString("module") + "/" + card.getString("id"))
            .forEach(cards::add);
      }
    }
    return cards;
  }

  @Test
  @DisplayName("docs/scenes.md names cards that exist, and in each scene one on both sides")
  void cards_of_both_sides() throws IOException {
    Set<String> missing = cards(Files.readString(PAGE));
    missing.removeAll(shipped());
    assertEquals(Set.of(), missing);
    List<String> scenes =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| ") && line.contains("`"))
            .toList();
    assertTrue(scenes.size() >= 25, "scenes: " + scenes.size());
    for (String scene : scenes) {
      String[] cells = scene.split(" \\| ");
      assertEquals(3, cells.length, scene);
      assertTrue(!cards(cells[1]).isEmpty() && !cards(cells[2]).isEmpty(), scene);
    }
  }

  @Test
  @DisplayName("docs/scenes.md has a scene for every course")
  void every_course() throws IOException {
    Set<String> named =
        cards(Files.readString(PAGE)).stream()
            .map(card -> card.substring(0, card.indexOf('/')))
            .collect(Collectors.toSet());
    assertEquals(
        ShippedCoursesTest.courses().stream().map(CourseDraft::id).collect(Collectors.toSet()),
        named);
  }
}
