package org.kadam.worker.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.kadam.json.Jsons;
import org.kadam.orgunit.entity.Jurisdiction;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.worker.entity.Accounts;
import org.kadam.worker.entity.RosterAssignments;
import org.kadam.worker.entity.RosterRows;
import org.kadam.worker.entity.RosterRows.Action;
import org.kadam.worker.entity.RosterRows.Line;
import org.kadam.worker.entity.Workers;

/**
 * Rosters of assignments. For each person in the file, its rows are all she has from then on: a
 * right is withdrawn by leaving its row out, and a row with the role {@code worker} alone leaves
 * none.
 */
@ApplicationScoped
class AssignmentRoster implements RosterWork {

  private static final int AT_ONCE = 1_000;

  @Inject private RosterRows rows;
  @Inject private RosterAssignments assignments;
  @Inject private Workers workers;
  @Inject private OrgUnits units;
  @Inject private Accounts accounts;

  /** Reads a thousand at a time, and remembers what stood where. */
  private final class AssignmentReading implements Reading {
    private final UUID roster;
    private final Faults faults;
    private final IntConsumer progress;
    private final FirstOf<String> seen = new FirstOf<>();
    private final List<AssignmentRow> some = new ArrayList<>();
    private int count;

    AssignmentReading(UUID roster, Faults faults, IntConsumer progress) {
      this.roster = roster;
      this.faults = faults;
      this.progress = progress;
    }

    @Override
    public void accept(Row row) {
      AssignmentRow read = AssignmentRow.read(row);
      if (row.sound()) {
        seen.take(read.key(), row, "worker_id");
      }
      some.add(read);
      if (some.size() == AT_ONCE) {
        keep();
      }
    }

    @Override
    public int end() {
      keep();
      return count;
    }

    private void keep() {
      Set<String> people = workers.known(all(AssignmentRow::worker));
      Set<String> places = units.byCodes(all(AssignmentRow::unit)).keySet();
      for (AssignmentRow read : some) {
        if (read.worker() != null && !people.contains(read.worker())) {
          read.row().fault("worker_id", Fault.UNKNOWN);
        }
        if (read.unit() != null && !places.contains(read.unit())) {
          read.row().fault("unit_code", Fault.UNKNOWN);
        }
      }
      if (faults.total() == 0 && !some.isEmpty()) {
        List<RosterRows.Said> said = new ArrayList<>();
        some.forEach(read -> said.add(said(count + said.size(), read)));
        rows.add(roster, said);
      }
      count += some.size();
      some.clear();
      progress.accept(count);
    }

    private Set<String> all(Function<AssignmentRow, String> part) {
      return some.stream().map(part).filter(Objects::nonNull).collect(Collectors.toSet());
    }
  }

  private static RosterRows.Said said(int n, AssignmentRow read) {
    return new RosterRows.Said(
        n,
        read.row().line(),
        read.worker(),
        Jsons.JSON
            .createObjectBuilder()
            .add("role", read.role().code())
            .add("unit_code", read.unit())
            .add(
                "department",
                UnitReading.text(read.department() == null ? null : read.department().code()))
            .build(),
        null,
        null);
  }

  @Override
  public Reading read(UUID roster, Faults faults, Instant now, IntConsumer progress) {
    return new AssignmentReading(roster, faults, progress);
  }

  @Override
  public void compare(UUID roster, Jurisdiction answersFor, IntConsumer progress) {
    assignments.compare(roster, answersFor);
  }

  @Override
  public List<RosterRows.Outside> outside(UUID roster, Jurisdiction answersFor) {
    return assignments.outside(roster, answersFor);
  }

  @Override
  public void apply(UUID roster, Instant now, IntConsumer progress) {
    assignments.apply(roster, now);
    follow(roster, now);
  }

  private void follow(UUID roster, Instant now) {
    rows.each(
        roster,
        List.of(Action.ADDED, Action.REMOVED),
        lines -> {
          accounts.want(lines.stream().map(Line::ref).collect(Collectors.toSet()), now);
          workers.flushAndForget();
        });
  }

  @Override
  public Collection<Integer> changedSince(UUID roster) {
    return assignments.changedSince(roster);
  }

  @Override
  public void takeBack(UUID roster, Instant done, Instant now) {
    assignments.takeBack(roster, now);
    follow(roster, now);
  }
}
