package org.kadam.privacy.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kadam.language.Texts;
import org.kadam.privacy.control.Eraser;
import org.kadam.privacy.control.Holding;
import org.kadam.privacy.control.Holdings;
import org.kadam.privacy.control.People;
import org.kadam.privacy.control.Purposes;
import org.kadam.privacy.control.Replay;
import org.kadam.privacy.entity.RetentionRuns;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * Once a night, on one of the nodes: deletes what has been kept long enough, writes down what it
 * deleted, and erases again who was erased before. At a start it makes good what a restored backup
 * brought back.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeepToRule {

  private static final Logger LOG = Logger.getLogger(KeepToRule.class.getName());
  private static final int PAGE = 30;
  private static final long SOON_AFTER_START = 100;

  @Resource private TimerService timers;
  @Inject private Holdings holdings;
  @Inject private People people;
  @Inject private Eraser eraser;
  @Inject private Replay replay;
  @Inject private RetentionRuns runs;

  /** The latest runs, and the rule that they keep. */
  public record Proof(List<RetentionRuns.Run> runs, List<Rule> rules, String next) {}

  /** For how long what is kept of one purpose. */
  public record Rule(String purpose, Texts what, Texts why, String ground, Texts keeps) {}

  @PostConstruct
  void begin() {
    timers.createSingleActionTimer(SOON_AFTER_START, new TimerConfig(null, false));
  }

  @Timeout
  void afterStart() {
    int again = replay.forgotten();
    if (again > 0) {
      LOG.warning(() -> "Erased again, because the database had them back: " + again);
    }
  }

  @Schedule(hour = "2", minute = "17", persistent = false)
  void nightly() {
    run(false);
  }

  /** Runs now, whenever the last run was; gives nothing back but the proof. */
  @RolesAllowed("admin")
  public void now() {
    run(true);
  }

  private void run(boolean anyway) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    OptionalLong run = runs.begin(now, anyway);
    if (run.isEmpty()) {
      return;
    }
    try {
      for (Holding holding : holdings.all()) {
        runs.note(run.getAsLong(), eraser.expire(holding, now));
      }
      runs.note(run.getAsLong(), Map.of("roster", eraseWhoLeft(now)));
      replay.everybody();
      runs.finish(run.getAsLong(), Instant.now().truncatedTo(ChronoUnit.MILLIS));
    } catch (RuntimeException e) {
      // It stays unfinished in the list, where an administrator sees it; the next night tries
      // again.
      LOG.log(Level.WARNING, "Deleting what was kept long enough broke off", e);
    }
  }

  /** Whoever left long enough ago is erased as if she had asked. */
  private Holding.Expired eraseWhoLeft(Instant now) {
    Instant left = Purposes.shipped().named("roster").limit(now).orElseThrow();
    long gone = 0;
    for (List<UUID> some = people.leftBefore(left, PAGE);
        !some.isEmpty();
        some = people.leftBefore(left, PAGE)) {
      some.forEach(worker -> eraser.erase(worker, now));
      gone += some.size();
    }
    return new Holding.Expired(left, gone);
  }

  /**
   * @param after where the page before said that the next begins; null or empty for the first
   */
  @RolesAllowed("admin")
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public Proof proof(String after) {
    List<RetentionRuns.Run> found = runs.page(before(after), PAGE + 1);
    boolean more = found.size() > PAGE;
    List<RetentionRuns.Run> page = more ? found.subList(0, PAGE) : found;
    return new Proof(
        page,
        Purposes.shipped().all().stream()
            .map(p -> new Rule(p.id(), p.what(), p.why(), p.ground(), p.keeps()))
            .toList(),
        more ? Long.toString(page.get(PAGE - 1).id()) : null);
  }

  private static long before(String after) {
    try {
      return after == null || after.isEmpty() ? Long.MAX_VALUE : Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw new Problem(Kind.INVALID, "after", "Not a place in this list");
    }
  }
}
