package org.kadam.course.cardtype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CardTypesTest {

  @Test
  void two_types_of_one_name_stop_the_start() {
    assertThrows(
        IllegalStateException.class, () -> CardTypes.of(List.of(new Story(), new Story())));
  }

  @Test
  void a_name_that_no_type_has_finds_none() {
    assertTrue(CardTypes.builtIn().named("riddle").isEmpty());
  }

  @Nested
  class OfStory implements CardTypeContract {
    @Override
    public CardType type() {
      return new Story();
    }

    @Override
    public String sound() {
      return "{\"id\":\"a\",\"type\":\"story\",\"picture\":\"a.svg\",\"paragraphs\":2}";
    }

    @Test
    void it_needs_each_paragraph_and_the_words_for_the_picture() {
      assertEquals(
          Set.of("title", "alt", "p1", "p2"),
          type().words(CardTypeContract.json(sound())).needed());
    }

    @Test
    void seven_paragraphs_are_too_many() {
      var card = CardTypeContract.json(sound().replace("2", "7"));
      assertEquals(1, CardTypeContract.faults(type(), card).size());
    }
  }

  @Nested
  class OfChoice implements CardTypeContract {
    @Override
    public CardType type() {
      return new Choice();
    }

    @Override
    public String sound() {
      return "{\"id\":\"a\",\"type\":\"choice\",\"answers\":[{\"id\":\"x\",\"right\":true},{\"id\":\"y\"}]}";
    }

    @Test
    void it_needs_a_label_and_feedback_for_each_answer() {
      assertEquals(
          Set.of("title", "answers.x", "answers.y", "feedback.x", "feedback.y"),
          type().words(CardTypeContract.json(sound())).needed());
    }
  }

  @Nested
  class OfChat implements CardTypeContract {
    @Override
    public CardType type() {
      return new Chat();
    }

    @Override
    public String sound() {
      return "{\"id\":\"a\",\"type\":\"chat\",\"people\":[\"madam\"],\"opening\":"
          + "[{\"from\":\"madam\",\"at\":\"22:31\"}],\"answers\":[{\"id\":\"x\",\"good\":true,"
          + "\"replies\":[{\"from\":\"me\"}]},{\"id\":\"y\"}]}";
    }

    @Test
    void it_needs_every_message_and_what_follows_on_each_answer() {
      assertEquals(
          Set.of(
              "title",
              "lead",
              "people.madam",
              "opening.1",
              "answers.x.label",
              "answers.x.then",
              "answers.x.replies.1",
              "answers.y.label",
              "answers.y.then"),
          type().words(CardTypeContract.json(sound())).needed());
    }
  }

  @Nested
  class OfPhone implements CardTypeContract {
    @Override
    public CardType type() {
      return new Phone();
    }

    @Override
    public String sound() {
      return "{\"id\":\"a\",\"type\":\"phone\",\"start\":\"s\",\"goal\":[\"m\"],\"hint\":[\"c\"],"
          + "\"screens\":{\"s\":{\"look\":\"chat\",\"messages\":[{\"from\":\"me\"}],"
          + "\"controls\":[{\"id\":\"c\",\"look\":\"button\",\"set\":[\"m\"]}]}}}";
    }

    @Test
    void it_needs_the_words_of_each_screen_message_and_control() {
      assertEquals(
          Set.of("title", "done", "screens.s.title", "screens.s.messages.1", "controls.c"),
          type().words(CardTypeContract.json(sound())).needed());
    }
  }
}
