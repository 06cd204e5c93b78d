package org.kadam.support.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkillRuleTest implements RuleContract {

  private static final List<String> TWO = List.of("mute", "lock");

  private static Known after(Known.Result... results) {
    return new Known(NOW, Optional.empty(), List.of(results));
  }

  private static Known.Result result(double below, int notDone, int helped) {
    List<String> tasks = List.of("t1", "t2", "t3", "t4", "t5");
    List<String> others = List.of("h1", "h2", "h3", "h4", "h5");
    return RuleContract.result(below, tasks.subList(0, notDone), others.subList(0, helped));
  }

  private Verdict.Action action(Known.Result... results) {
    return rule().judge(after(results)).action();
  }

  @Override
  public Rule rule() {
    return new SkillRule();
  }

  @Override
  public Known inNeed() {
    return after(RuleContract.result(.4, TWO, List.of()));
  }

  @Override
  public Known notInNeed() {
    return after(RuleContract.result(.1, List.of(), List.of()));
  }

  @ParameterizedTest(name = "P {0}, {1} not done, {2} with help: {3}")
  @CsvSource({
    ".350, 2, 0, OFFER",
    ".349, 2, 0, LEAVE",
    ".349, 2, 2, OFFER",
    ".250, 2, 2, OFFER",
    ".250, 2, 1, LEAVE",
    ".249, 5, 5, LEAVE",
    ".151, 0, 0, LEAVE",
    ".150, 0, 0, END",
    ".000, 5, 5, END"
  })
  void the_thresholds_to_offer_and_to_end(double p, int notDone, int helped, Verdict.Action then) {
    assertEquals(then, action(result(p, notDone, helped)));
  }

  @ParameterizedTest
  @CsvSource({".4, 0", ".4, 1", ".99, 0", ".99, 1"})
  void a_score_alone_is_never_a_reason(double p, int notDone) {
    assertEquals(Verdict.Action.LEAVE, action(result(p, notDone, 5)));
  }

  @Test
  void the_offer_names_the_tasks_and_keeps_the_probability() {
    List<Fact> facts = rule().judge(after(result(.4321, 5, 0))).facts();
    assertEquals(
        List.of("t1", "t2", "t3"),
        facts.stream().filter(f -> f.name().equals("skill.not-done")).map(Fact::about).toList());
    Fact last = facts.get(facts.size() - 1);
    assertEquals("skill.unsure", last.name());
    assertEquals("0.432", last.value());
  }

  @Test
  void what_was_done_with_help_is_named_only_where_it_tipped_the_balance() {
    assertTrue(
        rule().judge(after(result(.3, 2, 2))).facts().stream()
            .anyMatch(f -> f.name().equals("skill.helped")));
    assertTrue(
        rule().judge(after(result(.5, 2, 2))).facts().stream()
            .noneMatch(f -> f.name().equals("skill.helped")));
  }

  @Test
  void only_the_latest_result_can_be_a_reason() {
    assertEquals(Verdict.Action.LEAVE, action(result(.2, 2, 2), result(.9, 5, 0)));
    assertEquals(Verdict.Action.OFFER, action(result(.9, 5, 0), result(.2, 2, 0)));
  }

  @Test
  void two_results_in_a_row_under_the_lower_threshold_end_an_offer() {
    assertEquals(Verdict.Action.END, action(result(.24, 2, 0), result(.2, 2, 0)));
    assertEquals(Verdict.Action.LEAVE, action(result(.24, 2, 0), result(.26, 2, 0)));
    assertEquals(Verdict.Action.LEAVE, action(result(.26, 2, 0), result(.24, 2, 0)));
  }

  @Test
  void a_result_of_four_months_ago_is_no_reason_any_more() {
    Known.Result low = result(.9, 3, 0);
    Known later = new Known(low.at().plus(Duration.ofDays(120)), Optional.empty(), List.of(low));
    assertEquals(Verdict.Action.LEAVE, rule().judge(later).action());
    Known justBefore =
        new Known(low.at().plus(Duration.ofDays(119)), Optional.empty(), List.of(low));
    assertEquals(Verdict.Action.OFFER, rule().judge(justBefore).action());
  }

  @Test
  void no_device_however_good_or_missing_changes_the_verdict() {
    Known.Result low = result(.4, 2, 0);
    for (String device : List.of("own", "none")) {
      Known known =
          new Known(NOW, Optional.of(new Known.Device(device, "roster", TODAY)), List.of(low));
      assertEquals(rule().judge(after(low)), rule().judge(known));
    }
  }
}
