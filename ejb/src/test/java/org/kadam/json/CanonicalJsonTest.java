package org.kadam.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

  private static JsonValue read(String json) {
    return Json.createReader(new StringReader(json)).readValue();
  }

  @Test
  void keys_are_sorted_and_white_space_goes() {
    assertEquals(
        "{\"a\":[1,true,null],\"b\":{\"क\":\"ກ\"}}",
        CanonicalJson.text(read("{ \"b\" : {\"क\":\"ກ\"}, \"a\" : [1.0, true, null] }")));
  }

  @Test
  void equal_content_has_one_name_however_it_was_spelled() {
    assertEquals(
        CanonicalJson.sha256(CanonicalJson.bytes(read("{\"x\":\"\\u0041\",\"y\":1e2}"))),
        CanonicalJson.sha256(CanonicalJson.bytes(read("{\"y\":100,\"x\":\"A\"}"))));
  }

  @Test
  void control_characters_get_their_shortest_escape() {
    assertEquals("\"\\n\\u0001\\\"\"", CanonicalJson.text(read("\"\\n\\u0001\\\"\"")));
  }

  @Test
  void a_fraction_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> CanonicalJson.text(read("[0.5]")));
  }

  @Test
  void a_number_of_sixteen_digits_is_refused() {
    assertThrows(
        IllegalArgumentException.class, () -> CanonicalJson.text(read("[1234567890123456]")));
  }
}
