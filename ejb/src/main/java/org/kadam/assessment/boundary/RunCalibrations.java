package org.kadam.assessment.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kadam.assessment.control.Nights;
import org.kadam.assessment.entity.Calibrations;
import org.kadam.assessment.entity.Calibrations.Standing;
import org.kadam.assessment.entity.Calibrations.State;

/**
 * Every two seconds: takes up the calibration that waits, asked for by a trainer or by the night.
 * It is leased, so that one node is at it. Where that node died, the lease runs out, and another
 * (or the same after its start) goes on with the batch job from its last checkpoint.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RunCalibrations {

  private static final Logger LOG = Logger.getLogger(RunCalibrations.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration LOOK_FOR_NIGHT = Duration.ofMinutes(10);
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);
  private static final int MOST_TRIES = 5;
  private static final String JOB = "calibration";

  /** JBeret's: also an execution that the repository believes to be running, as its node died. */
  private static final String RESTART_MODE = "jberet.restart.mode";

  @Resource private TimerService timers;
  @Inject private Calibrations calibrations;

  /** What this node is at: executions by calibration. */
  private final Map<UUID, Long> mine = new HashMap<>();

  private Instant lookedForNight = Instant.EPOCH;

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
    Instant now = Instant.now();
    try {
      watch(now);
      if (lookedForNight.plus(LOOK_FOR_NIGHT).isBefore(now)) {
        lookedForNight = now;
        if (Nights.in(calibrations.zones(), now)) {
          calibrations.ask(now, true);
        }
      }
      calibrations.lease(now).ifPresent(this::takeUp);
    } catch (RuntimeException e) {
      // The database is away, say. Thrown on, it would have this timer repeated beside the next.
      LOG.log(Level.WARNING, "A round of calibrations broke off", e);
    } finally {
      next();
    }
  }

  /** Prolongs the leases of what is under way here, and lets go of what has come to its end. */
  private void watch(Instant now) {
    for (Map.Entry<UUID, Long> each : Map.copyOf(mine).entrySet()) {
      BatchStatus status = operator().getJobExecution(each.getValue()).getBatchStatus();
      if (status == BatchStatus.STARTED || status == BatchStatus.STARTING) {
        calibrations.beat(each.getKey(), now);
      } else {
        mine.remove(each.getKey());
        calibrations.release(each.getKey(), now.plus(AFTER_A_FAULT));
        LOG.info(() -> "Calibration " + each.getKey() + ": " + status);
      }
    }
  }

  private void takeUp(Standing standing) {
    if (standing.tries() > MOST_TRIES) {
      calibrations.end(standing.id(), State.FAILED, Instant.now());
      return;
    }
    try {
      long execution = again(standing).orElseGet(() -> start(standing.id()));
      calibrations.executed(standing.id(), execution);
      mine.put(standing.id(), execution);
    } catch (BatchRuntimeException e) {
      LOG.log(Level.WARNING, "A calibration could not be begun", e);
      calibrations.release(standing.id(), Instant.now().plus(AFTER_A_FAULT));
    }
  }

  private static long start(UUID id) {
    Properties parameters = new Properties();
    parameters.setProperty(JOB, id.toString());
    return operator().start(JOB, parameters);
  }

  /** Goes on with the last execution; empty where the repository knows none, as after a restore. */
  private static Optional<Long> again(Standing standing) {
    if (standing.execution() == null) {
      return Optional.empty();
    }
    try {
      Properties parameters = operator().getParameters(standing.execution());
      if (parameters == null || !standing.id().toString().equals(parameters.getProperty(JOB))) {
        return Optional.empty();
      }
      Properties force = new Properties();
      force.setProperty(RESTART_MODE, "force");
      return Optional.of(operator().restart(standing.execution(), force));
    } catch (NoSuchJobExecutionException e) {
      return Optional.empty();
    }
  }

  private static JobOperator operator() {
    return BatchRuntime.getJobOperator();
  }
}
