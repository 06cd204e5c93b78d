package org.kadam.worker.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.kadam.orgunit.entity.Jurisdiction;
import org.kadam.problem.Problem;
import org.kadam.worker.entity.RosterImports;
import org.kadam.worker.entity.RosterRows;
import org.kadam.worker.entity.Workers;

/**
 * What is done with one file of a roster, step by step: its rows are read and checked, compared
 * with what is known, brought in, and perhaps taken back. Each step is all or nothing inside the
 * caller's transaction, or one of its own where the caller has none.
 */
@ApplicationScoped
public class Roster {

  private static final IntConsumer UNSEEN = rows -> {};

  /** Every path begins with a slash. */
  private static final Jurisdiction EVERYWHERE =
      new Jurisdiction(List.of(new Jurisdiction.Grant("/", null, false)));

  @Inject private UnitRoster units;
  @Inject private WorkerRoster people;
  @Inject private AssignmentRoster assignments;
  @Inject private RosterImports imports;
  @Inject private RosterRows rows;
  @Inject private Workers workers;

  /** What was in a file. */
  public record Read(RosterKind kind, int rows) {}

  /** What a file would do, in rows by what happens to them, and the hash of exactly that. */
  public record Compared(Map<String, Integer> counts, String hash) {

    public int count(RosterRows.Action action) {
      return counts.getOrDefault(action.code(), 0);
    }
  }

  private RosterWork work(RosterKind kind) {
    return switch (kind) {
      case UNITS -> units;
      case WORKERS -> people;
      case ASSIGNMENTS -> assignments;
    };
  }

  /** The headings of a file; the same problems as when it is read. */
  public List<String> header(InputStream file) {
    return RosterTable.header(file);
  }

  /** How many faults a refused file has in all, more perhaps than the problem lists. */
  public int faults(Problem problem) {
    return problem instanceof Faults.Refused refused ? refused.total() : problem.details().size();
  }

  /**
   * Reads a file and keeps what its rows say. Not one transaction: whoever calls without one keeps
   * what was read so far.
   *
   * @param progress is told how many rows have been read
   * @throws org.kadam.problem.Problem TOO_LARGE over 24 MB; FILE with every fault at once
   */
  public Read read(
      UUID roster, InputStream file, Columns columns, Instant now, IntConsumer progress) {
    Faults faults = new Faults();
    RosterWork.Reading[] reading = new RosterWork.Reading[1];
    RosterKind kind =
        RosterTable.read(
            file,
            columns,
            faults,
            found -> reading[0] = work(found).read(roster, faults, now, progress));
    int count = reading[0].end();
    faults.refuse();
    rows.count();
    imports.read(roster, kind.code(), count);
    return new Read(kind, count);
  }

  /**
   * Finds out what the rows that were read would do now.
   *
   * @param answersFor the places of whoever imports
   * @throws org.kadam.problem.Problem FILE where rows touch anything outside of them
   */
  @Transactional
  public Compared compare(
      UUID roster, RosterKind kind, Jurisdiction answersFor, IntConsumer progress) {
    workers.oneRosterAtATime();
    work(kind).compare(roster, answersFor, progress);
    List<RosterRows.Outside> outside = work(kind).outside(roster, answersFor);
    if (!outside.isEmpty()) {
      throw Faults.outside(outside);
    }
    return new Compared(rows.counts(roster), rows.hash(roster));
  }

  /**
   * Who among the missing is to leave.
   *
   * @param all everybody; otherwise only those whose codes are named
   */
  public record Leave(boolean all, List<String> codes) {

    /** Nobody. */
    public static final Leave NONE = new Leave(false, List.of());
  }

  /** Does what was compared in this transaction. */
  @Transactional
  public Compared apply(
      UUID roster,
      RosterKind kind,
      Compared compared,
      Leave leave,
      Instant now,
      IntConsumer progress) {
    rows.leave(roster, leave.all(), leave.codes());
    work(kind).apply(roster, now, progress);
    Compared applied = new Compared(rows.counts(roster), compared.hash());
    rows.keepForUndo(roster);
    imports.done(roster, json(applied.counts()), now);
    return applied;
  }

  /**
   * Does what was shown, if that is still what the file would do; otherwise shows anew.
   *
   * @param answersFor the places of whoever says yes
   * @param hash of what was shown
   */
  @Transactional
  public void confirm(
      UUID roster,
      RosterKind kind,
      Jurisdiction answersFor,
      String hash,
      Leave leave,
      Instant now,
      IntConsumer progress) {
    Compared compared = compare(roster, kind, answersFor, UNSEEN);
    if (imports.find(roster).filter(i -> i.state() == RosterImports.State.CONFIRMED).isEmpty()) {
      return; // Another node has done it meanwhile.
    }
    if (compared.hash().equals(hash)) {
      apply(roster, kind, compared, leave, now, progress);
    } else {
      imports.compared(roster, json(compared.counts()), compared.hash(), true);
    }
  }

  /**
   * Takes a whole import back, unless something of it has been changed since.
   *
   * @return the rows that were, by number; empty where it was taken back
   */
  @Transactional
  public Collection<Integer> takeBack(
      UUID roster, RosterKind kind, Instant done, UUID by, Instant now) {
    workers.oneRosterAtATime();
    Collection<Integer> changed = work(kind).changedSince(roster);
    if (changed.isEmpty()) {
      work(kind).takeBack(roster, done, now);
      imports.undone(roster, by, now);
    }
    return changed;
  }

  /**
   * Brings a file in that nobody has to be asked about, in the caller's transaction, and keeps
   * nothing for an undo.
   *
   * @return its rows
   */
  @Transactional
  public int take(InputStream file, Instant now) {
    UUID roster = imports.begin(RosterImports.State.CHECKING, null, EVERYWHERE, now);
    Read read = read(roster, file, Columns.OURS, now, UNSEEN);
    Compared compared = compare(roster, read.kind(), EVERYWHERE, UNSEEN);
    apply(roster, read.kind(), compared, Leave.NONE, now, UNSEEN);
    imports.forget(roster);
    return read.rows();
  }

  /** Counts as the database keeps them. */
  public static String json(Map<String, Integer> counts) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    counts.forEach(json::add);
    return json.build().toString();
  }
}
