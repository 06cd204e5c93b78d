package org.kadam.assessment.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.kadam.assessment.control.Accepted;
import org.kadam.assessment.control.Bank;
import org.kadam.assessment.control.FormDraft;
import org.kadam.assessment.control.analysis.Analysis;
import org.kadam.assessment.control.analysis.Estimates;
import org.kadam.assessment.entity.Calibrations;
import org.kadam.assessment.entity.Calibrations.ItemRow;
import org.kadam.assessment.entity.Calibrations.Standing;
import org.kadam.assessment.entity.Calibrations.State;
import org.kadam.assessment.entity.Forms;
import org.kadam.course.control.Faults;
import org.kadam.language.Texts;
import org.kadam.orgunit.entity.Jurisdictions;
import org.kadam.orgunit.entity.Role;
import org.kadam.privacy.control.SmallNumbers;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;

/**
 * A trainer sees what the answers of all say of the items, has it worked out anew, and says whether
 * the new difficulties are to be used. An officer may look too. It is about the bank: no person and
 * no place is in it.
 */
@Stateless
@RolesAllowed({"trainer", "officer"})
public class ReviewCalibrations {

  private static final Jsonb JSON = JsonbBuilder.create();

  @Inject private CurrentWorker current;
  @Inject private Jurisdictions jurisdictions;
  @Inject private Calibrations calibrations;
  @Inject private Forms forms;
  @Inject private PublishForm publish;
  @Inject private Accepted accepted;

  /**
   * How far the latest one is.
   *
   * @param items how many there are to go through, and {@code done} how many have been
   * @param persons how many have answered; null before they are counted, and where they are so few
   *     that it could tell who
   * @param needed how many are needed
   */
  public record Progress(
      UUID id, String state, Instant askedAt, int items, int done, Integer persons, int needed) {}

  /** An item as it is shown: its figures, and what it asks for, as the end of "she can …". */
  public record Shown(Analysis figures, Texts can) {}

  /** Why nothing can be published. */
  public record Fault(String item, String kind) {}

  /**
   * What a calibration says.
   *
   * @param bank how many items there are by area and level; none is a hole
   * @param faults empty where it can be published
   */
  public record Report(
      UUID id,
      String state,
      Instant finishedAt,
      Instant decidedAt,
      int persons,
      List<Shown> items,
      List<Bank.Cell> bank,
      List<Fault> faults) {}

  /** The latest that was asked for, and the latest with a report; either may be null. */
  public record Desk(Progress progress, Report report) {}

  /**
   * @throws Problem FORBIDDEN where no place is assigned to her
   */
  public Desk desk() {
    UUID me = current.id();
    requirePlace(me, Role.TRAINER, Role.OFFICER);
    return new Desk(
        calibrations.latest().map(ReviewCalibrations::progress).orElse(null),
        calibrations.reported().map(this::report).orElse(null));
  }

  /** Has it worked out anew soon; where that is under way already, it is this one. */
  @RolesAllowed("trainer")
  public Progress now() {
    requirePlace(current.id(), Role.TRAINER);
    calibrations.ask(Instant.now(), false);
    return calibrations.latest().map(ReviewCalibrations::progress).orElseThrow();
  }

  /** Leaves everything as it is. */
  @RolesAllowed("trainer")
  public void decline(UUID id) {
    UUID me = current.id();
    requirePlace(me, Role.TRAINER);
    open(id);
    decide(id, State.DECLINED, me, null);
  }

  /**
   * Publishes the form anew with these difficulties. What phones have begun is still scored by what
   * they had before them.
   *
   * @throws Problem CONFLICT where it was decided already, or cannot be published
   */
  @RolesAllowed("trainer")
  public void accept(UUID id) {
    UUID me = current.id();
    requirePlace(me, Role.TRAINER);
    Standing standing = open(id);
    if (!faults(standing).isEmpty()) {
      throw new Problem(Kind.CONFLICT, "It has faults, so nothing of it is published");
    }
    FormDraft draft = accepted.files();
    publish.publish(accepted.in(draft, accepted.proposal(id)));
    decide(id, State.ACCEPTED, me, accepted.structure(draft.id()).orElseThrow());
  }

  private Standing open(UUID id) {
    Standing standing =
        calibrations
            .find(id)
            .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is no such calibration"));
    if (standing.state() != State.READY) {
      throw new Problem(Kind.CONFLICT, "It is not open to a decision");
    }
    return standing;
  }

  private void decide(UUID id, State state, UUID by, String structure) {
    if (!calibrations.decide(id, state, by, structure, Instant.now())) {
      throw new Problem(Kind.CONFLICT, "Somebody else has decided meanwhile");
    }
  }

  private void requirePlace(UUID me, Role... roles) {
    if (Stream.of(roles).allMatch(role -> jurisdictions.of(me, role.code()).grants().isEmpty())) {
      throw new Problem(Kind.FORBIDDEN, "No place is assigned to her");
    }
  }

  private static Progress progress(Standing standing) {
    Integer persons = standing.persons();
    return new Progress(
        standing.id(),
        standing.state().code(),
        standing.askedAt(),
        standing.items(),
        standing.done(),
        persons == null || SmallNumbers.RULE.few(persons) ? null : persons,
        Estimates.FEWEST);
  }

  private Report report(Standing standing) {
    return new Report(
        standing.id(),
        standing.state().code(),
        standing.finishedAt(),
        standing.decidedAt(),
        standing.persons(),
        calibrations.items(standing.id()).stream()
            .map(ItemRow::report)
            .filter(Objects::nonNull)
            .map(report -> JSON.fromJson(report, Analysis.class))
            .map(of -> new Shown(of, forms.task(of.item()).orElse(null)))
            .toList(),
        List.of(JSON.fromJson(standing.bank(), Bank.Cell[].class)),
        faults(standing).stream().map(each -> new Fault(each.place(), each.kind())).toList());
  }

  private static List<Faults.Fault> faults(Standing standing) {
    return List.of(JSON.fromJson(standing.faults(), Faults.Fault[].class));
  }
}
