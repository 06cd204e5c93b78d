package org.kadam.request.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"0af7651916cd43dd8448eb211c80319c", "6f1b1a6e-58a1-4a3c-9f0e-2b7c1d9e8a22"})
  @DisplayName("The name that the proxy gave is kept")
  void kept(String given) {
    assertEquals(given, RequestId.chosen(given));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "+919811100004",
        "9811100004",
        "KNT-017",
        "0af7651916cd43dd8448eb211c80319c\",\"level\":\"INFO",
        "0af7651916cd43dd\n8448eb211c80319c",
        "सबीना ख़ातून सबीना ख़ातून"
      })
  @DisplayName("What could be a phone number, a worker's id or a forged line is not")
  void another(String given) {
    String name = RequestId.chosen(given);
    assertNotEquals(given, name);
    assertEquals(name, UUID.fromString(name).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{id}", "{ id }", "{id:[0-9a-f]{64}}", "{id : .+}"})
  @DisplayName("A template shows the name of its parameter, and not the pattern")
  void template(String value) {
    jakarta.ws.rs.Path path =
        Arrays.stream(Patterns.class.getDeclaredMethods())
            .map(method -> method.getAnnotation(jakarta.ws.rs.Path.class))
            .filter(each -> each.value().equals("workers/" + value))
            .findFirst()
            .orElseThrow();
    assertEquals("/workers/{id}", Template.part(path));
  }

  private interface Patterns {
    @jakarta.ws.rs.Path("workers/{id}")
    void plain();

    @jakarta.ws.rs.Path("workers/{ id }")
    void spaced();

    @jakarta.ws.rs.Path("workers/{id:[0-9a-f]{64}}")
    void pattern();

    @jakarta.ws.rs.Path("workers/{id : .+}")
    void spacedPattern();
  }
}
