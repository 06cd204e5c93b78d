package org.kadam.worker.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Instant;
import org.kadam.worker.entity.Workers;

/**
 * Brings one file of a roster in: places, people or assignments, as its header says. All of it or
 * nothing, inside the caller's transaction; what is there already is updated, what is the same is
 * left alone.
 */
@ApplicationScoped
public class Roster {

  @Inject private UnitRoster units;
  @Inject private WorkerRoster people;
  @Inject private AssignmentRoster assignments;
  @Inject private Workers workers;

  /** What was in a file and what it did. */
  public record Taken(RosterKind kind, Counts counts) {}

  /**
   * @throws org.kadam.problem.Problem TOO_LARGE over 8 MB; FILE with every fault at once, after
   *     which nothing of the file is kept
   */
  public Taken take(InputStream file, Instant now) {
    Faults faults = new Faults();
    RosterTable table = RosterTable.read(RosterText.read(file), faults);
    workers.oneRosterAtATime();
    return new Taken(
        table.kind(),
        switch (table.kind()) {
          case UNITS -> units.take(table, faults);
          case WORKERS -> people.take(table, faults, now);
          case ASSIGNMENTS -> assignments.take(table, faults, now);
        });
  }
}
