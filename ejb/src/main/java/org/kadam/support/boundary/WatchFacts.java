package org.kadam.support.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.kadam.assessment.control.AttemptsScored;
import org.kadam.support.entity.Watched;
import org.kadam.worker.control.DevicesReported;

/**
 * Has the rules judge a worker soon after a fact about her has changed, and everybody once a night:
 * what a killed server forgot, and what only time changes. Timers begin when the transaction that
 * brought the fact has been committed, and not at all when it was undone.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class WatchFacts {

  private static final int PAGE = 500;
  private static final long SOON_AFTER_START = 30_000;

  @Resource private TimerService timers;
  @Inject private Watched watched;
  @Inject private RaiseFlags raise;

  @PostConstruct
  void begin() {
    timers.createSingleActionTimer(SOON_AFTER_START, new TimerConfig(null, false));
  }

  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void scored(@Observes AttemptsScored news) {
    soon(news.workers());
  }

  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void reported(@Observes DevicesReported news) {
    soon(news.devices().keySet());
  }

  private void soon(Collection<UUID> workers) {
    if (!workers.isEmpty()) {
      timers.createSingleActionTimer(0, new TimerConfig(new ArrayList<>(workers), false));
    }
  }

  @Timeout
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void judge(Timer timer) {
    if (timer.getInfo() instanceof List<?> workers) {
      List<UUID> ids = workers.stream().map(UUID.class::cast).toList();
      for (int from = 0; from < ids.size(); from += PAGE) {
        raise.of(ids.subList(from, Math.min(from + PAGE, ids.size())));
      }
    } else {
      everybody();
    }
  }

  @Schedule(hour = "1", minute = "23", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void everybody() {
    UUID after = new UUID(0, 0);
    for (List<UUID> page = watched.after(after, PAGE);
        !page.isEmpty();
        page = watched.after(after, PAGE)) {
      raise.of(page);
      after = page.get(page.size() - 1);
    }
  }
}
