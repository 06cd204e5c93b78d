package org.kadam.worker.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.kadam.orgunit.entity.Jurisdiction;
import org.kadam.orgunit.entity.Jurisdictions;
import org.kadam.orgunit.entity.Role;
import org.kadam.worker.control.Columns;
import org.kadam.worker.control.CurrentWorker;
import org.kadam.worker.control.Roster;
import org.kadam.worker.entity.RosterImports;
import org.kadam.worker.entity.RosterImports.State;
import org.kadam.worker.entity.RosterRows.Action;

/**
 * An administrator brings a roster in, or tries what it would do, and waits for the answer. Long
 * ones are better left to {@link SendRoster}.
 */
@Stateless
@RolesAllowed("admin")
public class ImportRoster {

  private static final IntConsumer UNSEEN = rows -> {};

  @Inject private CurrentWorker current;
  @Inject private Jurisdictions jurisdictions;
  @Inject private Roster roster;
  @Inject private RosterImports imports;

  /**
   * What an import did, or would do, in rows of the file; {@code removed} are assignments that its
   * people had and the file does not give them any more, {@code missing} people whom it leaves out.
   *
   * @param id under which it can be undone, or after a dry run confirmed
   * @param hash of exactly what a dry run found
   */
  public record Result(
      UUID id,
      String kind,
      boolean dryRun,
      int rows,
      int added,
      int changed,
      int unchanged,
      int removed,
      int missing,
      String hash) {}

  /**
   * All of the file or nothing.
   *
   * @param file CSV in UTF-8 with the header of one of the three kinds
   * @param columns what other headings mean
   * @param dryRun whether it only says what it would do
   * @throws org.kadam.problem.Problem TOO_LARGE, or FILE with every fault by line and column
   */
  public Result from(InputStream file, Columns columns, boolean dryRun) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    UUID by = current.id();
    Jurisdiction mine = jurisdictions.of(by, Role.ADMIN.code());
    UUID id = imports.begin(State.CHECKING, by, mine, now);
    Roster.Read read = roster.read(id, file, columns, now, UNSEEN);
    Roster.Compared compared = roster.compare(id, read.kind(), mine, UNSEEN);
    if (dryRun) {
      imports.compared(id, Roster.json(compared.counts()), compared.hash(), false);
    } else {
      imports.confirmed(id, by, null);
      compared = roster.apply(id, read.kind(), compared, Roster.Leave.NONE, now, UNSEEN);
    }
    return new Result(
        id,
        read.kind().code(),
        dryRun,
        read.rows(),
        compared.count(Action.ADDED),
        compared.count(Action.CHANGED),
        compared.count(Action.UNCHANGED),
        compared.count(Action.REMOVED),
        compared.count(Action.MISSING),
        compared.hash());
  }
}
