package org.kadam.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kadam.it.Caller;

/** What {@code /openapi} says, so that a program can be written by it alone. */
class DescriptionIT {

  private static JsonObject description;

  @BeforeAll
  static void read() {
    description = Caller.stranger().get("/openapi?format=JSON").json();
  }

  @Test
  @DisplayName("Every address has a summary, its bodies and answers with their forms, its problems")
  void every_address_is_described() {
    List<String> missing = new ArrayList<>();
    description
        .getJsonObject("paths")
        .forEach(
            (path, item) ->
                item.asJsonObject()
                    .forEach(
                        (verb, operation) -> {
                          if (operation.getValueType() == JsonValue.ValueType.OBJECT) {
                            look(verb + " " + path, operation.asJsonObject(), missing);
                          }
                        }));
    assertEquals("", String.join("\n", missing));
  }

  private static void look(String address, JsonObject operation, List<String> missing) {
    if (operation.getString("summary", "").isBlank()) {
      missing.add(address + ": a summary");
    }
    if (operation.getJsonArray("security").size() != 2) {
      missing.add(address + ": how to sign in");
    }
    if (operation.containsKey("requestBody")
        && !formed(operation.getJsonObject("requestBody").getJsonObject("content"))) {
      missing.add(address + ": the form of its body");
    }
    JsonObject answers = operation.getJsonObject("responses");
    if (answers.keySet().stream().noneMatch(status -> status.startsWith("2"))) {
      missing.add(address + ": what it answers when all is well");
    }
    for (String status : Set.of("401", "403", "429", "500")) {
      if (!answers.containsKey(status)) {
        missing.add(address + ": the problem " + status);
      }
    }
    answers.forEach(
        (status, answer) -> {
          JsonObject content = answer.asJsonObject().getJsonObject("content");
          boolean empty = Set.of("202", "204", "304").contains(status);
          if (answer.asJsonObject().getString("description", "").isBlank()) {
            missing.add(address + ": what " + status + " means");
          }
          if (status.charAt(0) >= '4') {
            if (content == null || !content.toString().contains("schemas/Problem")) {
              missing.add(address + ": the problem document of " + status);
            }
          } else if (!empty && !formed(content)) {
            missing.add(address + ": the form of its answer " + status);
          }
        });
  }

  /** Whether each format has a form that says something. */
  private static boolean formed(JsonObject content) {
    return content != null
        && !content.isEmpty()
        && content.values().stream()
            .map(JsonValue::asJsonObject)
            .allMatch(c -> c.containsKey("schema") && !c.getJsonObject("schema").isEmpty());
  }

  @Test
  @DisplayName("Every form that is pointed to is there, and says its fields")
  void every_form_is_there() {
    JsonObject forms = description.getJsonObject("components").getJsonObject("schemas");
    java.util.regex.Matcher pointed =
        java.util.regex.Pattern.compile("#/components/schemas/([\\w.-]+)")
            .matcher(description.toString());
    int seen = 0;
    while (pointed.find()) {
      seen++;
      assertTrue(forms.containsKey(pointed.group(1)), pointed.group(1));
    }
    assertTrue(seen > 20, "only " + seen);
    JsonObject problem = forms.getJsonObject("Problem").getJsonObject("properties");
    assertTrue(
        problem.keySet().containsAll(Set.of("type", "title", "status", "detail")),
        problem.toString());
    JsonObject ways = description.getJsonObject("components").getJsonObject("securitySchemes");
    assertEquals(Set.of("session", "bearer"), ways.keySet());
  }
}
