package org.kadam.assessment.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kadam.assessment.control.Item;
import org.kadam.assessment.control.Outcome;
import org.kadam.assessment.control.ResponseSheet;
import org.kadam.assessment.entity.Answer;
import org.kadam.assessment.entity.Attempts;
import org.kadam.assessment.entity.Forms;
import org.kadam.orgunit.entity.Jurisdiction;
import org.kadam.orgunit.entity.Jurisdictions;
import org.kadam.orgunit.entity.Role;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;

/**
 * Gives a trainer the answers of the people of her places, for analysis, without saying whose they
 * are: no names, codes, places, times or anything else about a person.
 */
@Stateless
@RolesAllowed("trainer")
public class ExportResponses {

  @Inject private CurrentWorker current;
  @Inject private Jurisdictions jurisdictions;
  @Inject private Attempts attempts;
  @Inject private Forms forms;

  /** A table as CSV, and a name to save it under. */
  public record File(String name, byte[] bytes) {}

  /**
   * The first answer of each person to each version of an item.
   *
   * @throws Problem FORBIDDEN where no place is assigned to her; CONFLICT where fewer people have
   *     answered than can hide among each other
   */
  public File responses() {
    Jurisdiction seen = jurisdictions.of(current.id(), Role.TRAINER.code());
    if (seen.grants().isEmpty()) {
      throw new Problem(Kind.FORBIDDEN, "No place is assigned to this trainer");
    }
    List<Map<ResponseSheet.Version, Outcome>> people =
        attempts.answers(seen).stream()
            .map(this::first)
            .filter(answers -> !answers.isEmpty())
            .toList();
    if (people.size() < ResponseSheet.FEWEST) {
      throw new Problem(
          Kind.CONFLICT,
          "Fewer than "
              + ResponseSheet.FEWEST
              + " people of these places have answered; so few could be recognised");
    }
    String name = "kadam-responses-" + LocalDate.now(ZoneOffset.UTC) + ".csv";
    return new File(name, ResponseSheet.of(people, new SecureRandom()::nextBytes));
  }

  /** Of her attempts, the earliest first, what she answered when she saw an item first. */
  private Map<ResponseSheet.Version, Outcome> first(List<Map<String, Answer>> taken) {
    Map<ResponseSheet.Version, Outcome> first = new HashMap<>();
    for (Map<String, Answer> answers : taken) {
      answers.forEach(
          (id, answer) -> {
            Item item = forms.of(answer.formHash()).items().get(id);
            if (item != null) {
              first.putIfAbsent(
                  new ResponseSheet.Version(id, item.version(), item.observed()), answer.outcome());
            }
          });
    }
    return first;
  }
}
