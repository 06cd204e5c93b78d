package org.kadam.worker.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kadam.orgunit.entity.Jurisdiction;

/**
 * The outbox to the sign-in. Rosters put in; whoever speaks with the sign-in takes out under a
 * lease, in short transactions of its own, so that nothing is held while it waits for an answer.
 */
@ApplicationScoped
public class Accounts {

  private static final Duration LEASE = Duration.ofMinutes(2);

  @PersistenceContext private EntityManager entities;

  /**
   * Puts the first PINs of a roster in, opening accounts for those who have none, and tells for
   * whom this was news.
   *
   * @param pins six digits, or null, by worker
   */
  public Set<UUID> offer(Map<UUID, String> pins, Instant now) {
    Map<UUID, Account> known = byWorkers(pins.keySet());
    Set<UUID> news = new HashSet<>();
    pins.forEach(
        (worker, pin) -> {
          Account account = known.get(worker);
          if (account == null) {
            entities.persist(new Account(worker, pin, now));
            news.add(worker);
          } else if (account.offer(pin, now)) {
            news.add(worker);
          }
        });
    return news;
  }

  /** For whom of these known workers the first PINs of a roster would be news. */
  public Set<UUID> news(Map<UUID, String> pins) {
    Map<UUID, Account> known = byWorkers(pins.keySet());
    return pins.keySet().stream()
        .filter(
            worker -> !known.containsKey(worker) || known.get(worker).wouldTake(pins.get(worker)))
        .collect(Collectors.toSet());
  }

  /** The roster has changed in what the accounts of these depend on. */
  public void want(Collection<UUID> workers, Instant now) {
    byWorkers(workers).values().forEach(account -> account.want(now));
  }

  /** Makes some accounts of a demonstration before all others, with a PIN that stays. */
  public void print(Collection<UUID> workers, String pin, Instant now) {
    byWorkers(workers).values().forEach(account -> account.print(pin, now));
  }

  /** Leaves all accounts that wait until somebody asks for one of them. */
  public void holdBack() {
    entities.flush();
    entities
        .createQuery("update Account a set a.nextTry = :never where a.state = 'waiting'")
        .setParameter("never", Instant.parse("9999-01-01T00:00:00Z"))
        .executeUpdate();
    entities.clear();
  }

  /** Whether there is anything to bring over. */
  public boolean due(Instant now) {
    return !entities
        .createQuery(
            "select 1 from Account a where a.state <> 'made' and a.nextTry <= :now", Integer.class)
        .setParameter("now", now)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /**
   * The next accounts to bring over, leased for two minutes: the most urgent first.
   *
   * @param most how many at most
   */
  @Transactional(TxType.REQUIRES_NEW)
  public List<Order> lease(int most, Instant now) {
    List<?> due =
        entities
            .createNativeQuery(
                "select worker_id from account where state <> 'made' and next_try <= :now"
                    + " order by priority, next_try, worker_id limit :most for update skip locked",
                UUID.class)
            .setParameter("now", now)
            .setParameter("most", most)
            .getResultList();
    Map<UUID, Account> accounts = byWorkers(due.stream().map(UUID.class::cast).toList());
    return due.stream()
        .map(accounts::get)
        .map(
            account -> {
              account.lease(now.plus(LEASE));
              return Order.of(account);
            })
        .toList();
  }

  /**
   * One account to be brought over.
   *
   * @param version what the roster had asked for when it was leased
   * @param firstPin the PIN to give it, or null to leave the PIN alone
   * @param permanent whether that PIN stays; otherwise she must choose her own at the first sign-in
   */
  public record Order(UUID worker, long version, String firstPin, boolean permanent) {

    static Order of(Account account) {
      return new Order(
          account.workerId(),
          account.wanted(),
          account.firstPin().orElse(null),
          account.pinPermanent());
    }
  }

  /** An order has been carried out: its PIN is erased here. */
  @Transactional(TxType.REQUIRES_NEW)
  public void made(Order order, Instant now) {
    locked(order.worker()).ifPresent(a -> a.made(order.version(), order.firstPin(), now));
  }

  /** An order could not be carried out; it comes again later. */
  @Transactional(TxType.REQUIRES_NEW)
  public void failed(Order order, String error, Instant now) {
    locked(order.worker()).ifPresent(account -> account.failed(error, now));
  }

  /**
   * Makes room for a PIN that somebody makes now: the roster's first PIN, if one still waits, is
   * dropped, since it would take the new one's place. False where it is under way at this moment.
   */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean takeOver(UUID worker, Instant now) {
    return locked(worker).filter(account -> account.dropFirstPin(now, LEASE)).isPresent();
  }

  /** Somebody waits for this account; it comes before the others, from the beginning. */
  @Transactional(TxType.REQUIRES_NEW)
  public void hurry(UUID worker, Instant now) {
    locked(worker).ifPresent(account -> account.hurry(now));
  }

  /** A new first PIN stands in the sign-in; kept is who made it and when, not what it is. */
  @Transactional(TxType.REQUIRES_NEW)
  public void pinMade(UUID worker, UUID by, Instant now) {
    locked(worker).ifPresent(account -> account.pinMade(by, now));
  }

  /** How many accounts of the workers whom somebody may see are in each state. */
  public Map<Account.State, Long> counts(Jurisdiction seen) {
    Jurisdiction.Bound bound = seen.bound("u.path", "w.department");
    return counted(
        bound.to(
            entities.createQuery(
                "select a.state, count(a) from Account a join Worker w on w.id = a.workerId"
                    + " join OrgUnit u on u.id = w.unitId where "
                    + bound.condition()
                    + " group by a.state",
                Object[].class)));
  }

  /** How many accounts are in each state, for those who run the server. */
  public Map<Account.State, Long> counts() {
    return counted(
        entities.createQuery(
            "select a.state, count(a) from Account a group by a.state", Object[].class));
  }

  private static Map<Account.State, Long> counted(TypedQuery<Object[]> query) {
    Map<Account.State, Long> counts = new EnumMap<>(Account.State.class);
    for (Account.State state : Account.State.values()) {
      counts.put(state, 0L);
    }
    query
        .getResultList()
        .forEach(row -> counts.put(Account.State.of((String) row[0]).orElseThrow(), (Long) row[1]));
    return counts;
  }

  /** How many accounts are not made, by state; made ones are many and are not looked at. */
  public Map<String, Long> open() {
    return entities
        .createQuery(
            "select a.state, count(a) from Account a where a.state <> 'made' group by a.state",
            Object[].class)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }

  /**
   * One page of accounts in the order of the workers' codes.
   *
   * @param seen whose accounts may be seen
   * @param state only those in this state, or null
   * @param after only codes behind this one; empty for the first page
   */
  public List<Line> page(Jurisdiction seen, Account.State state, String after, int most) {
    Jurisdiction.Bound bound = seen.bound("u.path", "w.department");
    return bound
        .to(
            entities.createQuery(
                "select w.code, a from Account a join Worker w on w.id = a.workerId"
                    + " join OrgUnit u on u.id = w.unitId where w.code > :after"
                    + " and (:state = '' or a.state = :state) and "
                    + bound.condition()
                    + " order by w.code",
                Object[].class))
        .setParameter("after", after)
        .setParameter("state", state == null ? "" : state.code())
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(row -> ((Account) row[1]).line((String) row[0]))
        .toList();
  }

  /** An account as an administrator sees it. */
  public record Line(
      String worker, String state, int tries, String lastError, Instant nextTry, Instant madeAt) {}

  private Optional<Account> locked(UUID worker) {
    return Optional.ofNullable(
        entities.find(Account.class, worker, LockModeType.PESSIMISTIC_WRITE));
  }

  private Map<UUID, Account> byWorkers(Collection<UUID> workers) {
    if (workers.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery("select a from Account a where a.workerId in :workers", Account.class)
        .setParameter("workers", List.copyOf(workers))
        .getResultStream()
        .collect(Collectors.toMap(Account::workerId, Function.identity()));
  }
}
