package org.kadam.course.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseCheckTest {

  @TempDir private Path folder;
  private SmallCourse course;

  @BeforeEach
  void copy() throws IOException {
    course = new SmallCourse(folder);
  }

  private void broken(String file, String old, String now, String... faults) throws IOException {
    assertEquals(List.of(faults), course.with(file, old, now).faults());
  }

  @Test
  void a_sound_course_has_no_faults() {
    assertEquals(List.of(), course.faults());
  }

  @Test
  void a_text_that_one_language_lacks_is_named_with_its_file_and_place() throws IOException {
    broken(
        "text.hi.yaml",
        "p1: ",
        "p3: ",
        "course/small/text.hi.yaml at modules.one.cards.tale.p1: This text is missing",
        "course/small/text.hi.yaml at modules.one.cards.tale.p3: Nothing uses this text");
  }

  @Test
  void a_blank_text_is_no_text() throws IOException {
    broken(
        "text.en.yaml",
        "p2: \"A small thing\"",
        "p2: \" \"",
        "course/small/text.en.yaml at modules.one.cards.tale.p2: This must be a text");
  }

  @Test
  void a_possible_text_must_be_in_every_language_or_in_none() throws IOException {
    broken(
        "text.en.yaml",
        "done: ",
        "lead: \"Here\"\n        done: ",
        "course/small/text.hi.yaml at modules.one.cards.mute.lead: Another language has this text",
        "course/small/text.lo.yaml at modules.one.cards.mute.lead: Another language has this text");
  }

  @Test
  void a_card_type_that_nobody_knows_is_refused() throws IOException {
    broken(
        "course.yaml",
        "type: choice",
        "type: riddle",
        "course/small/course.yaml at modules.one.cards.pick: There is no such card type");
  }

  @Test
  void an_unknown_key_is_refused() throws IOException {
    broken(
        "course.yaml",
        "paragraphs: 2",
        "paragraph: 2",
        "course/small/course.yaml at modules.one.cards.tale.paragraphs: This key must be there",
        "course/small/course.yaml at modules.one.cards.tale.paragraph: There is no such key here");
  }

  @Test
  void a_card_twice_is_refused() throws IOException {
    broken(
        "course.yaml",
        "id: talk",
        "id: pick",
        "course/small/course.yaml at modules.one.cards.pick: This id is there twice");
  }

  @Test
  void a_module_must_stay_short() throws IOException {
    broken(
        "course.yaml",
        "minutes: 3",
        "minutes: 6",
        "course/small/course.yaml at modules.one.minutes: At most five minutes");
  }

  @Test
  void a_choice_without_a_right_answer_is_refused() throws IOException {
    broken(
        "course.yaml",
        "right: true",
        "right: false",
        "course/small/course.yaml at modules.one.cards.pick.answers: No answer is right");
  }

  @Test
  void a_choice_of_one_cannot_have_two_right_answers() throws IOException {
    broken(
        "course.yaml",
        "{id: b}",
        "{id: b, right: true}",
        "course/small/course.yaml at modules.one.cards.pick.answers:"
            + " Several answers are right, but only one can be chosen");
  }

  @Test
  void a_conversation_without_a_good_answer_is_refused() throws IOException {
    broken(
        "course.yaml",
        "good: true",
        "good: false",
        "course/small/course.yaml at modules.one.cards.talk.answers: No answer is a good one");
  }

  @Test
  void a_message_from_nobody_is_refused() throws IOException {
    broken(
        "course.yaml",
        "replies: [{from: madam",
        "replies: [{from: ghost",
        "course/small/course.yaml at modules.one.cards.talk.answers.wait.replies.1:"
            + " Nobody of this name is in the conversation: ghost");
  }

  @Test
  void a_phone_task_whose_goal_no_path_reaches_is_refused() throws IOException {
    broken(
        "course.yaml",
        "goal: [muted]",
        "goal: [silent]",
        "course/small/course.yaml at modules.one.cards.mute.goal: No path leads to the goal");
  }

  @Test
  void a_hint_that_goes_astray_is_refused() throws IOException {
    broken(
        "course.yaml",
        "hint: [more, mute]",
        "hint: [more, close]",
        "course/small/course.yaml at modules.one.cards.mute.hint:"
            + " The hint does not end at the goal");
  }

  @Test
  void a_hint_that_is_not_the_shortest_way_is_refused() throws IOException {
    broken(
        "course.yaml",
        "hint: [more, mute]",
        "hint: [more, close, more, mute]",
        "course/small/course.yaml at modules.one.cards.mute.hint:"
            + " There is a shorter way than the hint: 2 taps");
  }

  @Test
  void an_icon_that_the_phone_does_not_have_is_refused() throws IOException {
    broken(
        "course.yaml",
        "icon: more",
        "icon: rocket",
        "course/small/course.yaml at modules.one.cards.mute.screens.chat.controls.more:"
            + " There is no icon rocket");
  }

  @Test
  void a_picture_for_two_of_three_languages_is_refused() throws IOException {
    broken(
        "course.yaml",
        ", lo: leaf.svg",
        "",
        "course/small/course.yaml at modules.one.cards.tale.picture:"
            + " This must be a picture such as a-b.svg, or one for each language");
  }

  @Test
  void a_missing_picture_is_named() throws IOException {
    assertEquals(
        List.of("course/small/media/leaf.svg: There is no such picture"),
        course.without("media/leaf.svg").faults());
  }

  @Test
  void a_bad_picture_is_named() throws IOException {
    broken(
        "media/drop.svg",
        "<path",
        "<path onclick=\"steal()\"",
        "course/small/media/drop.svg at line 1: The event handler onclick is not allowed");
  }

  @Test
  void every_fault_is_reported_at_once() throws IOException {
    course
        .with("course.yaml", "minutes: 3", "minutes: 9")
        .with("course.yaml", "right: true", "right: false")
        .without("media/drop.svg");
    assertEquals(
        List.of(
            "course/small/course.yaml at modules.one.minutes: At most five minutes",
            "course/small/course.yaml at modules.one.cards.pick.answers: No answer is right",
            "course/small/media/drop.svg: There is no such picture"),
        course.faults());
  }

  @Test
  void broken_yaml_is_reported_with_its_line() throws IOException {
    course.with("text.lo.yaml", "summary:", "summary");
    var broken = assertThrows(Faults.Broken.class, course::read);
    assertTrue(
        broken.getMessage().startsWith("course/small/text.lo.yaml at line 4"), broken.getMessage());
  }

  @Test
  void a_key_twice_is_refused() throws IOException {
    course.with("course.yaml", "version: 1", "version: 1\nversion: 2");
    assertThrows(Faults.Broken.class, course::read);
  }

  @Test
  void a_missing_language_is_refused() throws IOException {
    course.without("text.lo.yaml");
    var broken = assertThrows(Faults.Broken.class, course::read);
    assertEquals("course/small/text.lo.yaml: There is no such file", broken.getMessage());
  }

  @Test
  void a_file_in_another_encoding_is_refused() throws IOException {
    Files.write(
        folder.resolve("course/small/text.hi.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});
    assertThrows(Faults.Broken.class, course::read);
  }

  @Test
  void aliases_are_refused() throws IOException {
    course.with("course.yaml", "competences: [", "x: &a [1]\ny: [*a, *a]\ncompetences: [");
    assertThrows(Faults.Broken.class, course::read);
  }
}
