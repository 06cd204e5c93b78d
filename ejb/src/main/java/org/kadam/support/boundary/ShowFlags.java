package org.kadam.support.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kadam.orgunit.entity.Role;
import org.kadam.privacy.entity.Looks;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.support.control.Cursor;
import org.kadam.support.control.Helpers;
import org.kadam.support.control.Reasons;
import org.kadam.support.entity.Flag;
import org.kadam.support.entity.Flags;
import org.kadam.worker.control.CurrentWorker;
import org.kadam.worker.entity.Worker;
import org.kadam.worker.entity.WorkerNames;
import org.kadam.worker.entity.Workers;

/**
 * Shows offers of help: to a worker her own; to a helper those that her workers have said yes to,
 * with their names. Nobody else sees any, and nobody sees who said no.
 */
@Stateless
@RolesAllowed({"worker", "helper"})
public class ShowFlags {

  private static final int PAGE = 50;

  @Resource private SessionContext session;
  @Inject private CurrentWorker current;
  @Inject private Helpers helpers;
  @Inject private Flags flags;
  @Inject private Workers workers;
  @Inject private WorkerNames names;
  @Inject private Reasons reasons;
  @Inject private Looks looks;

  /**
   * A page of offers, the oldest first, one's own before those of others.
   *
   * @param next where the next page begins, or null on the last
   */
  public record Page(List<Shown> flags, String next) {}

  /**
   * An offer.
   *
   * @param kind what is offered: {@code device} or {@code skill}
   * @param worker whose it is; null where it is the caller's own
   * @param note what she added to her answer, or null
   * @param decisionReason why her helper decided as she did, or null
   */
  public record Shown(
      UUID id,
      String rule,
      int version,
      String kind,
      Instant raisedAt,
      String state,
      Whose worker,
      Reasons.Reason reason,
      String note,
      Instant answeredAt,
      Instant decidedAt,
      String decisionReason) {}

  /** A worker by name. */
  public record Whose(UUID id, String code, String name) {}

  /**
   * One page.
   *
   * @param after where the page before said that the next begins; null or empty for the first
   * @throws Problem FORBIDDEN to those who neither work with families nor help those who do
   */
  public Page page(String after) {
    Instant now = Instant.now();
    Worker me = current.require();
    boolean helps = session.isCallerInRole(Role.HELPER.code());
    if (!helps && !me.cadre().frontline()) {
      throw new Problem(Kind.FORBIDDEN, "Offers of help are for workers and those who help them");
    }
    Flags.Place from = Cursor.read(after);
    List<Shown> shown = new ArrayList<>();
    if (from == null) {
      flags.of(me.id(), now).forEach(flag -> shown.add(shown(flag, null)));
    }
    if (!helps) {
      return new Page(shown, null);
    }
    List<Flag> found = flags.of(helpers.asHelper(me), from, PAGE + 1, now);
    boolean more = found.size() > PAGE;
    List<Flag> page = more ? found.subList(0, PAGE) : found;
    shown.addAll(named(me, page));
    return new Page(shown, more ? Cursor.of(page.get(PAGE - 1).place()) : null);
  }

  /** The one place where a helper comes to see offers with the names of those whose they are. */
  private List<Shown> named(Worker helper, List<Flag> page) {
    List<UUID> ids = page.stream().map(Flag::workerId).distinct().toList();
    looks.note(helper.id(), Role.HELPER, Looks.Why.OFFERS, ids);
    Map<UUID, String> called = names.of(ids);
    Map<UUID, Worker> known = workers.byIds(ids);
    return page.stream()
        .map(
            flag -> {
              UUID id = flag.workerId();
              return shown(flag, new Whose(id, known.get(id).code(), called.get(id)));
            })
        .toList();
  }

  private Shown shown(Flag flag, Whose worker) {
    return new Shown(
        flag.id(),
        flag.rule(),
        flag.ruleVersion(),
        flag.kind(),
        flag.raisedAt(),
        flag.state().code(),
        worker,
        reasons.of(flag),
        flag.note().orElse(null),
        flag.answeredAt().orElse(null),
        flag.decidedAt().orElse(null),
        flag.decisionReason().orElse(null));
  }
}
