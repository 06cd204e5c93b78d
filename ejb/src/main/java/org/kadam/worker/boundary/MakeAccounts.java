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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kadam.worker.control.FollowRoster;
import org.kadam.worker.control.SignInAccounts;
import org.kadam.worker.control.SignInFailed;
import org.kadam.worker.entity.Accounts;
import org.kadam.worker.entity.Accounts.Order;

/**
 * Every few seconds: brings what the outbox holds over to the sign-in, the most urgent first.
 * Outside any transaction, since it waits for another server; orders are leased, so several nodes
 * can be at it.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MakeAccounts {

  private static final Logger LOG = Logger.getLogger(MakeAccounts.class.getName());
  private static final int AT_ONCE = 20;
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration ROUND = Duration.ofSeconds(20);

  @Resource private TimerService timers;
  @Inject private Accounts accounts;
  @Inject private FollowRoster followRoster;
  @Inject private SignInAccounts signInAccounts;

  /** Why nothing could be brought over the last time; empty when all was well. */
  private String trouble = "";

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
      bringOver();
    } catch (RuntimeException e) {
      // The database is away, say. Thrown on, it would have this timer repeated beside the next.
      LOG.log(Level.WARNING, "A round of accounts broke off", e);
    } finally {
      next();
    }
  }

  private void bringOver() {
    Instant end = Instant.now().plus(ROUND);
    boolean any = false;
    while (Instant.now().isBefore(end) && accounts.due(Instant.now()) && answers()) {
      for (Order order : accounts.lease(AT_ONCE, Instant.now())) {
        bring(order);
        any = true;
      }
    }
    if (any) {
      LOG.info(() -> "Accounts at the sign-in: " + accounts.counts());
    }
  }

  /** Asked before anything is leased: at the start the sign-in may take longer than we do. */
  private boolean answers() {
    String now = signInAccounts.trouble().orElse("");
    if (!now.equals(trouble)) {
      LOG.info(() -> now.isEmpty() ? "The sign-in answers" : "No accounts are made: " + now);
      trouble = now;
    }
    return now.isEmpty();
  }

  private void bring(Order order) {
    try {
      carryOut(order);
      accounts.made(order, Instant.now());
    } catch (SignInFailed e) {
      accounts.failed(order, e.kind(), Instant.now());
    } catch (RuntimeException e) {
      // One account with an unforeseen answer must not keep the others from theirs.
      LOG.log(Level.WARNING, "An account could not be brought over", e);
      accounts.failed(order, "unforeseen", Instant.now());
    }
  }

  private void carryOut(Order order) {
    Optional<String> subject = followRoster.follow(order.worker());
    if (subject.isPresent() && order.firstPin() != null) {
      signInAccounts.pin(subject.get(), order.firstPin(), order.permanent());
    }
  }
}
