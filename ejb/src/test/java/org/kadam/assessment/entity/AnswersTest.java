package org.kadam.assessment.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kadam.assessment.control.Outcome;

class AnswersTest {

  private final Answers answers = new Answers();

  @Test
  void what_is_written_is_read_again() {
    Map<String, Answer> all =
        Map.of(
            "data-off",
            new Answer(Outcome.DONE, Instant.parse("2026-11-22T10:00:00.123Z"), 0, "b".repeat(64)),
            "reply",
            new Answer(Outcome.NOT_DONE, Instant.EPOCH, 999_999_999_999_999L, "a".repeat(64)),
            "safe",
            new Answer(Outcome.HELPED_NOT_DONE, Instant.EPOCH, 36, "b".repeat(64)),
            "rumour",
            new Answer(Outcome.HELPED, Instant.EPOCH, 35, "b".repeat(64)));
    String text = answers.convertToDatabaseColumn(all);
    assertEquals(all, answers.convertToEntityAttribute(text));
    assertEquals(
        "a".repeat(64)
            + " "
            + "b".repeat(64)
            + "\ndata-off done 0 mwro18jf 1\nreply not-done 9ugxnorjlr 0 0\nrumour helped z 0 1"
            + "\nsafe helped-not-done 10 0 1",
        text);
  }

  @Test
  void no_answers_are_an_empty_text() {
    assertEquals("", answers.convertToDatabaseColumn(Map.of()));
    assertEquals(Map.of(), answers.convertToEntityAttribute(""));
  }
}
