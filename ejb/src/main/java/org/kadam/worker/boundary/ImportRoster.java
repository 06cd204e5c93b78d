package org.kadam.worker.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.kadam.worker.control.Roster;

/** An administrator brings a roster in, or tries what it would do. */
@Stateless
@RolesAllowed("admin")
public class ImportRoster {

  @Resource private SessionContext session;
  @Inject private Roster roster;

  /**
   * What an import did, or would have done, in rows of the file; {@code removed} are assignments
   * that its people had and the file does not give them any more.
   */
  public record Result(
      String kind, boolean dryRun, int rows, int added, int changed, int unchanged, int removed) {}

  /**
   * All of the file or nothing.
   *
   * @param file CSV in UTF-8 with the header of one of the three kinds
   * @param dryRun whether everything is done but kept
   * @throws org.kadam.problem.Problem TOO_LARGE, or FILE with every fault by line and column
   */
  public Result from(InputStream file, boolean dryRun) {
    Roster.Taken taken = roster.take(file, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    if (dryRun) {
      session.setRollbackOnly();
    }
    var counts = taken.counts();
    return new Result(
        taken.kind().code(),
        dryRun,
        counts.rows(),
        counts.added(),
        counts.changed(),
        counts.unchanged(),
        counts.removed());
  }
}
