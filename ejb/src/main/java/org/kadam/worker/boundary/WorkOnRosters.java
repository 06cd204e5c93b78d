package org.kadam.worker.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kadam.orgunit.entity.Jurisdiction;
import org.kadam.orgunit.entity.Jurisdictions;
import org.kadam.orgunit.entity.Role;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.Columns;
import org.kadam.worker.control.Headings;
import org.kadam.worker.control.Roster;
import org.kadam.worker.control.RosterKind;
import org.kadam.worker.entity.RosterImports;
import org.kadam.worker.entity.RosterImports.Standing;
import org.kadam.worker.entity.RosterImports.State;
import org.kadam.worker.entity.RosterRows;
import org.kadam.worker.entity.RosterUploads;

/**
 * Every two seconds: takes the steps that imports wait for. Each is leased, so that one node is at
 * it, and another goes on from the beginning of the step where a node died. A step that changes the
 * roster is one transaction.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WorkOnRosters {

  private static final Logger LOG = Logger.getLogger(WorkOnRosters.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration SWEEP = Duration.ofMinutes(10);
  private static final Duration UNCONFIRMED = Duration.ofDays(1);

  /** How long an import can be undone. */
  static final Duration UNDO = Duration.ofDays(30);

  private static final Jsonb JSON = JsonbBuilder.create();

  @Resource private TimerService timers;
  @Inject private Jurisdictions jurisdictions;
  @Inject private RosterImports imports;
  @Inject private RosterUploads uploads;
  @Inject private RosterRows rows;
  @Inject private Roster roster;
  @Inject private Headings headings;

  private Instant swept = Instant.EPOCH;

  @PostConstruct
  void begin() {
    next();
  }

  private void next() {
    timers.createSingleActionTimer(PAUSE.toMillis(), new TimerConfig(null, false));
  }

  /** One round, and then the next. */
  @Timeout
  void round() {
    try {
      for (Optional<Standing> due = imports.lease(Instant.now());
          due.isPresent();
          due = imports.lease(Instant.now())) {
        step(due.get());
      }
      sweep();
    } catch (RuntimeException e) {
      // The database is away, say. Thrown on, it would have this timer repeated beside the next.
      LOG.log(Level.WARNING, "A round of imports broke off", e);
    } finally {
      next();
    }
  }

  private void sweep() {
    Instant now = Instant.now();
    if (swept.plus(SWEEP).isBefore(now)) {
      imports.sweep(now.minus(UNCONFIRMED), now.minus(UNDO));
      swept = now;
    }
  }

  private void step(Standing standing) {
    UUID id = standing.id();
    try {
      switch (standing.state()) {
        case RECEIVED -> begin(id);
        case CHECKING -> check(standing);
        case COMPARING -> compare(standing);
        case CONFIRMED -> confirm(standing);
        default -> throw new IllegalStateException("Nothing to do: " + standing.state());
      }
    } catch (Problem problem) {
      refuse(id, problem);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Import " + id + " broke off");
      imports.move(id, List.of(standing.state(), State.COMPARING), State.FAILED);
    }
  }

  private void refuse(UUID id, Problem problem) {
    rows.forget(id);
    List<Problem.Detail> faults =
        problem.kind() == Kind.FILE
            ? problem.details()
            : List.of(new Problem.Detail(0, 0, null, "too-large", problem.getMessage()));
    imports.refused(id, JSON.toJson(faults), Math.max(roster.faults(problem), faults.size()));
  }

  /** Looks at the header, and goes on or asks what it means. */
  private void begin(UUID id) {
    List<String> header = roster.header(uploads.read(id));
    boolean ours = Headings.ours(header);
    Columns columns = ours ? Columns.OURS : headings.propose(header);
    imports.head(id, JSON.toJson(header), JSON.toJson(columns));
    imports.move(id, List.of(State.RECEIVED), ours ? State.CHECKING : State.MAPPING);
  }

  private void check(Standing standing) {
    UUID id = standing.id();
    rows.forget(id);
    Columns columns = JSON.fromJson(standing.columns(), Columns.class);
    roster.read(
        id, uploads.read(id), columns, Instant.now().truncatedTo(ChronoUnit.MILLIS), seen(id));
    imports.move(id, List.of(State.CHECKING), State.COMPARING);
  }

  private void compare(Standing standing) {
    UUID id = standing.id();
    Roster.Compared compared =
        roster.compare(id, kind(standing), places(standing.sender()), seen(id));
    imports.compared(id, Roster.json(compared.counts()), compared.hash(), false);
    if (Headings.ours(List.of(JSON.fromJson(standing.headings(), String[].class)))) {
      uploads.forget(id);
    }
  }

  private void confirm(Standing standing) {
    Roster.Leave leave = JSON.fromJson(imports.leave(standing.id()), Roster.Leave.class);
    roster.confirm(
        standing.id(),
        kind(standing),
        places(standing.confirmedBy()),
        standing.hash(),
        leave,
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        seen(standing.id()));
  }

  private Jurisdiction places(UUID admin) {
    return jurisdictions.of(admin, Role.ADMIN.code());
  }

  private static RosterKind kind(Standing standing) {
    return RosterKind.ofCode(standing.kind()).orElseThrow();
  }

  private IntConsumer seen(UUID id) {
    return count -> imports.progress(id, count, Instant.now());
  }
}
