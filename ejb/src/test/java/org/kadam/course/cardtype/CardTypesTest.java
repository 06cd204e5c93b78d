package org.kadam.course.cardtype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.kadam.course.control.Faults;

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

  private static List<String> said(CardType type, String card) {
    return CardTypeContract.faults(type, CardTypeContract.json(card)).stream()
        .map(Faults.Fault::toString)
        .toList();
  }

  @Nested
  class OfChoiceWithPictures implements CardTypeContract {
    @Override
    public CardType type() {
      return new Choice();
    }

    @Override
    public String sound() {
      return "{\"id\":\"a\",\"type\":\"choice\",\"answers\":["
          + "{\"id\":\"x\",\"right\":true,\"picture\":\"x.svg\"},"
          + "{\"id\":\"y\",\"picture\":{\"en\":\"y.svg\",\"hi\":\"y.svg\",\"lo\":\"z.svg\"}}]}";
    }

    @Test
    void each_picture_needs_its_words() {
      assertTrue(
          type()
              .words(CardTypeContract.json(sound()))
              .needed()
              .containsAll(Set.of("alts.x", "alts.y")));
    }

    @Test
    void a_picture_for_some_answers_only_is_refused() {
      assertEquals(
          List.of("course.yaml at card.answers: Either every answer has a picture or none has"),
          said(type(), sound().replace(",\"picture\":\"x.svg\"", "")));
    }
  }

  @Nested
  class OfChatInTwoSteps implements CardTypeContract {
    @Override
    public CardType type() {
      return new Chat();
    }

    @Override
    public String sound() {
      return "{\"id\":\"a\",\"type\":\"chat\",\"people\":[\"madam\"],\"opening\":"
          + "[{\"from\":\"madam\",\"at\":\"22:31\"}],\"answers\":[{\"id\":\"x\",\"good\":true,"
          + "\"replies\":[{\"from\":\"me\"}],\"then\":["
          + "{\"id\":\"p\",\"good\":true,\"replies\":[{\"from\":\"madam\"}]},{\"id\":\"q\"}]},"
          + "{\"id\":\"y\"}]}";
    }

    @Test
    void it_needs_the_words_of_the_second_step_and_may_say_something_between() {
      var words = type().words(CardTypeContract.json(sound()));
      assertTrue(
          words
              .needed()
              .containsAll(
                  Set.of(
                      "answers.x.label",
                      "answers.x.replies.1",
                      "answers.x.again.p.label",
                      "answers.x.again.p.replies.1",
                      "answers.x.again.p.then",
                      "answers.x.again.q.label",
                      "answers.x.again.q.then",
                      "answers.y.then")));
      assertEquals(Set.of("tip", "answers.x.then"), words.possible());
    }

    @Test
    void a_third_step_is_refused() {
      assertEquals(
          List.of("course.yaml at card.answers.x.then: A conversation has at most two steps"),
          said(type(), sound().replace("{\"id\":\"q\"}", "{\"id\":\"q\",\"then\":[]}")));
    }

    @Test
    void a_good_answer_that_goes_on_to_nothing_good_is_refused() {
      assertEquals(
          List.of(
              "course.yaml at card.answers.x.then:"
                  + " A good answer goes on, and none of what follows is good"),
          said(type(), sound().replace("\"p\",\"good\":true", "\"p\",\"good\":false")));
    }

    @Test
    void a_good_answer_that_goes_on_does_not_make_up_for_a_way_that_does_not_end_well() {
      String none = sound().replace("\"good\":true", "\"good\":false");
      assertEquals(
          List.of("course.yaml at card.answers: No answer is a good one"), said(type(), none));
    }

    @Test
    void one_answer_is_no_choice_and_a_stranger_does_not_reply() {
      assertEquals(
          List.of(
              "course.yaml at card.answers.x.then.p.replies.1:"
                  + " Nobody of this name is in the conversation: ghost",
              "course.yaml at card.answers.x.then: There must be at least two answers"),
          said(
              type(),
              sound()
                  .replace(",{\"id\":\"q\"}", "")
                  .replace("[{\"from\":\"madam\"}]}", "[{\"from\":\"ghost\"}]}")));
    }
  }

  @Nested
  class OfOrder implements CardTypeContract {
    @Override
    public CardType type() {
      return new Order();
    }

    @Override
    public String sound() {
      return "{\"id\":\"a\",\"type\":\"order\",\"steps\":[\"x\",\"y\",\"z\"]}";
    }

    @Test
    void it_needs_each_step_and_two_answers_to_it() {
      assertEquals(
          Set.of("title", "steps.x", "steps.y", "steps.z", "feedback.right", "feedback.other"),
          type().words(CardTypeContract.json(sound())).needed());
    }

    @Test
    void two_steps_are_too_few_and_a_step_twice_is_refused() {
      assertEquals(
          List.of("course.yaml at card.steps: There must be 3 to 6 steps"),
          said(type(), sound().replace(",\"z\"", "")));
      assertEquals(
          List.of("course.yaml at card.steps: This id is there twice: x"),
          said(type(), sound().replace("\"z\"", "\"x\"")));
    }
  }

  @Nested
  class OfMatch implements CardTypeContract {
    @Override
    public CardType type() {
      return new Match();
    }

    @Override
    public String sound() {
      return "{\"id\":\"a\",\"type\":\"match\",\"places\":[\"group\",\"call\"],\"things\":["
          + "{\"id\":\"x\",\"place\":\"group\"},{\"id\":\"y\",\"place\":\"call\"},"
          + "{\"id\":\"z\",\"place\":\"call\"}]}";
    }

    @Test
    void it_needs_each_place_and_thing_and_why_it_belongs_there() {
      assertEquals(
          Set.of(
              "title",
              "places.group",
              "places.call",
              "things.x",
              "things.y",
              "things.z",
              "feedback.x",
              "feedback.y",
              "feedback.z"),
          type().words(CardTypeContract.json(sound())).needed());
    }

    @Test
    void a_place_that_is_not_there_and_one_where_nothing_belongs_are_named() {
      assertEquals(
          List.of(
              "course.yaml at card.things.x.place: There is no place wall",
              "course.yaml at card.places.group: Nothing belongs in this place"),
          said(type(), sound().replace("\"place\":\"group\"", "\"place\":\"wall\"")));
    }

    @Test
    void a_thing_or_a_place_twice_and_too_few_are_refused() {
      assertEquals(
          List.of("course.yaml at card.things.2: This id is there twice: x"),
          said(type(), sound().replace("\"y\"", "\"x\"")));
      assertEquals(
          List.of(
              "course.yaml at card.places: There must be 2 or 3 places",
              "course.yaml at card.things.x.place: There is no place group"),
          said(type(), sound().replace("[\"group\",", "[")));
    }
  }

  @Nested
  class OfCompose implements CardTypeContract {
    private static final String WORDS =
        "{\"title\":\"t\",\"lead\":\"Rekha of Ward 4 bleeds.\",\"names\":{\"1\":\"Rekha\"},"
            + "\"hints\":{\"situation\":\"h\",\"background\":\"h\",\"assessment\":\"h\","
            + "\"request\":\"h\"},\"good\":{\"situation\":\"A mother bleeds.\",\"background\":\"g\","
            + "\"assessment\":\"g\",\"request\":\"g\"},\"call\":\"c\"}";

    @Override
    public CardType type() {
      return new Compose();
    }

    @Override
    public String sound() {
      return "{\"id\":\"a\",\"type\":\"compose\",\"names\":1,\"urgency\":\"now\"}";
    }

    private List<String> words(String words) {
      Faults faults = new Faults();
      type()
          .said(
              CardTypeContract.json(sound()),
              CardTypeContract.json(words),
              faults.at("text.en.yaml", "card"));
      return faults.found().stream().map(Faults.Fault::toString).toList();
    }

    @Test
    void it_needs_the_case_the_names_the_four_parts_twice_and_when_to_call() {
      assertEquals(
          Set.of(
              "title",
              "lead",
              "names.1",
              "hints.situation",
              "hints.background",
              "hints.assessment",
              "hints.request",
              "good.situation",
              "good.background",
              "good.assessment",
              "good.request",
              "call"),
          type().words(CardTypeContract.json(sound())).needed());
    }

    @Test
    void an_urgency_that_nobody_knows_is_refused() {
      assertEquals(
          List.of("course.yaml at card.urgency: This must be now, today or week"),
          said(type(), sound().replace("\"now\"", "\"soon\"")));
    }

    @Test
    void sound_words_have_no_faults() {
      assertEquals(List.of(), words(WORDS));
    }

    @Test
    void a_name_that_the_story_does_not_have_cannot_be_caught() {
      assertEquals(
          List.of("text.en.yaml at card.names.1: The lead does not have this name"),
          words(WORDS.replace("{\"1\":\"Rekha\"}", "{\"1\":\"Sunita\"}")));
    }

    @Test
    void the_good_example_names_nobody_and_has_no_number_of_a_person() {
      assertEquals(
          List.of("text.en.yaml at card.good.situation: The good example has a name of the story"),
          words(WORDS.replace("A mother bleeds", "rekha bleeds")));
      assertEquals(
          List.of(
              "text.en.yaml at card.good.request:"
                  + " The good example has eight or more digits in a row"),
          words(WORDS.replace("\"request\":\"g\"", "\"request\":\"१२३४ ५६.७८\"")));
    }
  }

  @Nested
  class OfPledge implements CardTypeContract {
    @Override
    public CardType type() {
      return new Pledge();
    }

    @Override
    public String sound() {
      return "{\"id\":\"a\",\"type\":\"pledge\",\"rules\":[\"x\",\"y\"]}";
    }

    @Test
    void it_needs_each_rule_and_thanks() {
      assertEquals(
          Set.of("title", "rules.x", "rules.y", "thanks"),
          type().words(CardTypeContract.json(sound())).needed());
    }

    @Test
    void no_rule_and_four_rules_are_refused() {
      for (String rules : List.of("[]", "[\"a\",\"b\",\"c\",\"d\"]")) {
        assertEquals(
            List.of("course.yaml at card.rules: There must be 1 to 3 rules"),
            said(type(), sound().replace("[\"x\",\"y\"]", rules)));
      }
    }
  }
}
