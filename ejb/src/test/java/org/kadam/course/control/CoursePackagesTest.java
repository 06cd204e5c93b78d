package org.kadam.course.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.kadam.course.entity.PackagePart;
import org.kadam.json.CanonicalJson;
import org.kadam.language.Language;

class CoursePackagesTest {

  private static PackagePart part() {
    var module = CoursePackages.modules(SmallCourse.sound()).get(0);
    return new PackagePart("module", CanonicalJson.bytes(module.structure()), Instant.EPOCH);
  }

  @Test
  void the_same_content_has_the_same_name_and_bytes_today_and_tomorrow() {
    assertEquals(
        "a0be99cbc99c772703db15a0289ef3c0e942b3ba07e744c3d4166df5ac5b432b",
        part().hash(),
        "The content of the fixture or its spelling has changed");
    assertArrayEquals(part().gzip(), part().gzip());
  }

  @Test
  void what_was_compressed_comes_back() {
    PackagePart part = part();
    assertEquals(part.hash(), CanonicalJson.sha256(part.plain()));
    assertEquals(part.bytes(), part.gzip().length);
    assertTrue(part.bytes() < part.plain().length);
  }

  @Test
  void a_module_carries_its_cards_and_pictures() {
    String json = new String(part().plain(), StandardCharsets.UTF_8);
    assertTrue(json.startsWith("{\"cards\":[{\"id\":\"tale\""));
    assertTrue(json.contains("\"pictures\":{\"drop.svg\":\"<svg"));
    assertTrue(json.contains("\"kind\":\"module\",\"minutes\":3,\"module\":\"one\""));
  }

  @Test
  void a_text_says_of_which_module_and_in_which_language_it_is() {
    var text = CoursePackages.modules(SmallCourse.sound()).get(0).texts().get(Language.HI);
    assertEquals("one", text.getString("of"));
    assertEquals("hi", text.getString("lang"));
    assertEquals(
        "एक छोटी बात",
        text.getJsonObject("cards").getJsonObject("talk").getJsonObject("opening").getString("1"));
  }
}
