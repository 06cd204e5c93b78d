package org.kadam.worker.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.kadam.orgunit.entity.Jurisdictions;
import org.kadam.orgunit.entity.Role;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;
import org.kadam.worker.control.Roster;
import org.kadam.worker.control.RosterKind;
import org.kadam.worker.entity.RosterImports;
import org.kadam.worker.entity.RosterImports.Standing;
import org.kadam.worker.entity.RosterImports.State;
import org.kadam.worker.entity.RosterRows;

/** An administrator takes a whole import back. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UndoRoster {

  private static final int SHOWN = 1_000;

  @Inject private CurrentWorker current;
  @Inject private Jurisdictions jurisdictions;
  @Inject private Roster roster;
  @Inject private RosterImports imports;
  @Inject private RosterRows rows;

  /**
   * As it was before, all of it; people who had been added are taken for having left.
   *
   * @throws Problem NOT_FOUND; CONFLICT where it was not done, or too long ago, or where something
   *     of it has been changed since: then every such row is listed, and nothing is undone
   */
  public void undo(UUID id) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    UUID me = current.id();
    Standing standing =
        imports
            .find(id, me, jurisdictions.of(me, Role.ADMIN.code()))
            .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is no such import"));
    if (standing.state() != State.DONE
        || standing.doneAt().plus(WorkOnRosters.UNDO).isBefore(now)) {
      throw new Problem(Kind.CONFLICT, "There is nothing to undo, or it was too long ago");
    }
    RosterKind kind = RosterKind.ofCode(standing.kind()).orElseThrow();
    Collection<Integer> changed = roster.takeBack(id, kind, standing.doneAt(), me, now);
    if (changed.isEmpty()) {
      return;
    }
    rows.touch(id, changed);
    List<Problem.Detail> details =
        rows.touched(id, -1, SHOWN).stream()
            .map(
                line ->
                    new Problem.Detail(
                        line.line(), 0, null, "touched", "What this row brought was changed since"))
            .toList();
    throw new Problem(
        Kind.CONFLICT,
        null,
        "Nothing was undone. Rows changed since: " + changed.size() + ".",
        details);
  }
}
