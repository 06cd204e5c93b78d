package org.kadam.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kadam.it.Caller;

class ResponsesIT {

  private static final String ADDRESS = "/api/assessment/responses.csv";

  @Test
  @DisplayName("A trainer gets answers to analyse, of people whom the table does not name")
  void exported() {
    // What the demo's people did before is read in while the tests begin.
    Caller trainer = Caller.as("MZF-T1");
    Taken.await("ten people's answers", () -> trainer.get(ADDRESS).status() != 409);
    Caller.Answer answer = trainer.get(ADDRESS);
    assertEquals(200, answer.status(), answer.text());
    assertTrue(answer.headers().get("content-type").startsWith("text/csv"));
    assertEquals("private, no-store", answer.headers().get("cache-control"));
    List<String> lines = answer.text().replace("\ufeff", "").lines().toList();
    String[] head = lines.get(0).split(",");
    assertEquals("person", head[0]);
    for (int i = 1; i < head.length; i++) {
      assertTrue(head[i].matches("[a-z0-9-]+\\.v[0-9]+"), head[i]);
    }
    assertTrue(lines.size() > 10);
    for (String line : lines.subList(1, lines.size())) {
      assertTrue(line.matches("p[0-9a-f]{24}(,(0|1|2|NA)){" + (head.length - 1) + "}"), line);
    }
    Set<String> again = people(trainer.get(ADDRESS).text().lines().toList());
    assertFalse(people(lines).stream().anyMatch(again::contains));
  }

  private static Set<String> people(List<String> lines) {
    return lines.stream()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(',')))
        .collect(Collectors.toSet());
  }

  @Test
  @DisplayName("Nobody but a trainer gets them")
  void others() {
    for (String code : List.of("KNT-017", "KNT-F2", "MZF-D1", "KADAM-A1")) {
      assertEquals(403, Caller.as(code).get(ADDRESS).status(), code);
    }
  }
}
