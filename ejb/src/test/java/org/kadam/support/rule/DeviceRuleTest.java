package org.kadam.support.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceRuleTest implements RuleContract {

  private static Known with(String device, Known.Result... results) {
    return new Known(
        NOW,
        Optional.of(new Known.Device(device, "roster", TODAY.minusDays(20))),
        List.of(results));
  }

  @Override
  public Rule rule() {
    return new DeviceRule();
  }

  @Override
  public Known inNeed() {
    return with("none");
  }

  @Override
  public Known notInNeed() {
    return with("own");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "shared", "basic"})
  void help_is_offered_for_no_phone_a_shared_one_and_a_basic_one(String device) {
    Fact fact = new Fact("device." + device, "", "", "roster", TODAY.minusDays(20));
    assertEquals(Verdict.offer(List.of(fact)), rule().judge(with(device)));
  }

  @Test
  void a_word_that_the_rule_does_not_know_changes_nothing() {
    assertEquals(Verdict.leave(), rule().judge(with("loaned")));
  }

  @Test
  void no_score_however_low_makes_or_ends_this_offer() {
    Known.Result low = RuleContract.result(.99, List.of("a", "b", "c"), List.of("d", "e"));
    Known.Result high = RuleContract.result(.01, List.of(), List.of());
    assertEquals(Verdict.end(), rule().judge(with("own", low)));
    assertEquals(rule().judge(with("shared")), rule().judge(with("shared", high)));
    assertEquals(Verdict.leave(), rule().judge(new Known(NOW, Optional.empty(), List.of(low))));
  }
}
