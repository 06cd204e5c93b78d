package org.kadam.exchange.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.kadam.support.entity.Flag;
import org.kadam.worker.control.Demo;

/**
 * Answers offers of help for the demo's invented workers and helpers, as their past would have it,
 * so that a district's figures are not all zero: of ten workers six say yes, and for four of them a
 * helper has confirmed. Leaves alone the printed accounts and whoever has used a phone of her own.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class AnswerOffers {

  private static final long PAUSE_MILLIS = 20_000;
  private static final int PASSES = 30;
  private static final int AT_ONCE = 500;

  /** Flag, the worker's code, and the helper nearest to her; only who never had a phone here. */
  private static final String OPEN =
      """
      select f.id, w.code, (
        select s.worker_id from staff_assignment s join org_unit p on p.id = s.unit_id
        where s.role = 'helper' and u.path like p.path || '%'
          and (s.department is null or s.department = w.department)
        order by length(p.path) desc, s.worker_id limit 1) as helper
      from flag f join worker w on w.id = f.worker_id join org_unit u on u.id = w.unit_id
      where f.state = 'offered' and f.ended_at is null and abs(hashtext(w.code)) % 10 < 6
        and not exists (select 1 from phone_key k where k.worker_id = f.worker_id)
      order by f.id
      """;

  @Resource private TimerService timers;
  @Inject private Demo demo;
  @PersistenceContext private EntityManager entities;
  private int passes;

  @PostConstruct
  void begin() {
    if (demo.wanted()) {
      timers.createSingleActionTimer(PAUSE_MILLIS, new TimerConfig(null, false));
    }
  }

  @Timeout
  void answer() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    List<?> open = entities.createNativeQuery(OPEN).setMaxResults(AT_ONCE).getResultList();
    for (Object each : open) {
      Object[] row = (Object[]) each;
      String code = (String) row[1];
      if (row[2] != null && !demo.printed().contains(code)) {
        answer((UUID) row[0], (UUID) row[2], Math.floorMod(code.hashCode(), 3) > 0, now);
      }
    }
    if (++passes < PASSES) {
      timers.createSingleActionTimer(PAUSE_MILLIS, new TimerConfig(null, false));
    }
  }

  private void answer(UUID id, UUID helper, boolean confirmed, Instant now) {
    Flag flag = entities.find(Flag.class, id);
    if (flag.stands(now)) {
      flag.answer(Flag.State.ACCEPTED, null, now);
      if (confirmed) {
        flag.decide(Flag.State.CONFIRMED, null, helper, now);
      }
    }
  }
}
