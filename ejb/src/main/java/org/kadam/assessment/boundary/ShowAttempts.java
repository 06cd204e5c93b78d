package org.kadam.assessment.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kadam.assessment.control.Ability;
import org.kadam.assessment.control.Accepted;
import org.kadam.assessment.control.Form;
import org.kadam.assessment.control.Item;
import org.kadam.assessment.control.Outcome;
import org.kadam.assessment.entity.Attempt;
import org.kadam.assessment.entity.Attempts;
import org.kadam.assessment.entity.Forms;
import org.kadam.event.control.HelpedNow;
import org.kadam.worker.control.CurrentWorker;

/** A worker looks at what she can do. Nobody else sees this. */
@Stateless
@RolesAllowed({"worker", "helper", "trainer", "officer", "admin"})
public class ShowAttempts {

  private static final int NEXT = 3;
  private static final Set<Outcome> ALONE = Set.of(Outcome.DONE);
  private static final Set<Outcome> NOT_ALONE = EnumSet.complementOf(EnumSet.of(Outcome.DONE));

  @Inject private CurrentWorker current;
  @Inject private HelpedNow helped;
  @Inject private Attempts attempts;
  @Inject private Forms forms;
  @Inject private Accepted accepted;

  /**
   * One attempt and what came of it.
   *
   * @param attempt the id that the phone gave it
   * @param answered how many items have an answer
   * @param scoredAt when there was a result: when she finished, or gave the last answer
   * @param level the most probable level from 0, or null as long as there is no result; so are
   *     {@code scoredAt}, {@code likely}, {@code ability}, {@code se} and {@code pBelow}
   * @param likely the lowest and the highest level that are likely
   * @param ability in logits, with its standard error {@code se}
   * @param pBelow probability of lying below the cut that offers of help ask about
   * @param provisional whether no panel has set the cuts yet
   * @param can ids of the items she did by herself, the easiest first
   * @param next ids of up to three items that she did not yet do by herself, the easiest first
   */
  public record Shown(
      UUID attempt,
      String form,
      int answered,
      boolean finished,
      Instant scoredAt,
      Integer level,
      List<Integer> likely,
      Double ability,
      Double se,
      Double pBelow,
      boolean provisional,
      List<String> can,
      List<String> next) {}

  /** Her own attempts, the latest first. */
  public List<Shown> mine() {
    return attempts.of(current.id()).stream().map(this::shown).toList();
  }

  /**
   * Those of a worker who works on the caller's device just now.
   *
   * @throws org.kadam.problem.Problem NOT_FOUND where she does not
   */
  public List<Shown> helped(UUID worker) {
    return attempts.of(helped.require(worker)).stream().map(this::shown).toList();
  }

  private Shown shown(Attempt attempt) {
    Optional<Ability> result = attempt.result();
    Optional<Form> form = attempt.formHash().map(forms::of);
    Map<String, Outcome> outcomes = attempt.outcomes();
    return new Shown(
        attempt.key().attempt(),
        attempt.key().form(),
        attempt.answered(),
        attempt.isFinished(),
        attempt.scoredAt().orElse(null),
        result.map(Ability::level).orElse(null),
        result.map(known -> List.of(known.lowest(), known.highest())).orElse(null),
        result.map(Ability::mean).orElse(null),
        result.map(Ability::sd).orElse(null),
        result.map(Ability::below).orElse(null),
        form.map(of -> !accepted.set(of)).orElse(true),
        form.map(of -> ids(of, ALONE, outcomes)).orElse(List.of()),
        form.map(of -> ids(of, NOT_ALONE, outcomes)).orElse(List.of()).stream()
            .limit(NEXT)
            .toList());
  }

  private static List<String> ids(Form form, Set<Outcome> any, Map<String, Outcome> outcomes) {
    return form.with(any, outcomes).stream().map(Item::id).toList();
  }
}
