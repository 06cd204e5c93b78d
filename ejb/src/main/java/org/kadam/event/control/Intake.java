package org.kadam.event.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.kadam.event.entity.Ledger;
import org.kadam.event.entity.Quarantine;

/**
 * Takes a batch into the ledger: the only way in. Each event is answered apart; what cannot be
 * accepted is quarantined, and the rest goes on. Nothing else happens in its transaction, so
 * nothing else can undo it.
 */
@Stateless
@PermitAll
public class Intake {

  @Inject private Ledger ledger;
  @Inject private Quarantine quarantine;
  @Inject private HelpedWork helped;

  /** Takes a batch in the clear, all of which one voucher stands for. */
  public Receipt take(Batch batch, Voucher voucher, Instant receivedAt) {
    List<Arrival> arrivals =
        batch.events().stream().map(event -> Arrival.clear(event, voucher)).toList();
    return take(arrivals, batch.sentAt(), receivedAt);
  }

  /** Takes what its voucher can stand for and quarantines what it cannot; answers in this order. */
  public Receipt take(List<Arrival> came, Instant sentAt, Instant receivedAt) {
    List<Arrival> arrivals = helped.marked(came, sentAt, receivedAt);
    Receipt.Result[] results = new Receipt.Result[arrivals.size()];
    List<Quarantine.Case> cases = new ArrayList<>();
    Map<Integer, Ledger.Entry> sound = new LinkedHashMap<>();
    for (int i = 0; i < results.length; i++) {
      try {
        sound.put(i, vouched(arrivals.get(i)));
      } catch (Envelope.Unfit unfit) {
        results[i] = aside(arrivals.get(i), unfit.getMessage(), cases);
      }
    }
    Map<UUID, Optional<Ledger.Entry>> here = new HashMap<>();
    Set<UUID> added = write(arrivals, sound, sentAt, receivedAt, here);
    sound.forEach(
        (i, entry) -> {
          // The first of an id that was added is the one that was accepted.
          if (added.remove(entry.id())) {
            results[i] = new Receipt.Result(entry.id().toString(), "accepted", null);
          } else if (here.get(entry.id()).map(entry::equals).orElse(true)) {
            // Also when what was here has been erased: it must not come back.
            results[i] = new Receipt.Result(entry.id().toString(), "known", null);
          } else {
            results[i] = aside(arrivals.get(i), "altered", cases);
          }
        });
    if (!cases.isEmpty()) {
      quarantine.keep(cases, sentAt, receivedAt);
    }
    return new Receipt(List.of(results));
  }

  private static Ledger.Entry vouched(Arrival arrival) throws Envelope.Unfit {
    Voucher voucher = arrival.voucher();
    if (voucher.refusal() != null) {
      throw new Envelope.Unfit(voucher.refusal());
    }
    Envelope envelope = Envelope.of(arrival.event());
    if (!envelope.worker().equals(voucher.worker())) {
      throw new Envelope.Unfit("not-yours");
    }
    return envelope.entry();
  }

  /** What goes into one row of the ledger; in this order, as in that of the ids inside of it. */
  private record Row(String worker, String device, String source) {
    static final Comparator<Row> ORDER =
        Comparator.comparing(Row::worker).thenComparing(Row::device).thenComparing(Row::source);
  }

  /**
   * Adds one of each id, always in the same order, so that two batches cannot wait in a circle.
   *
   * @param here is given what is in the ledger of each id afterwards
   */
  private Set<UUID> write(
      List<Arrival> arrivals,
      Map<Integer, Ledger.Entry> sound,
      Instant sentAt,
      Instant receivedAt,
      Map<UUID, Optional<Ledger.Entry>> here) {
    Map<Row, Map<String, Ledger.Entry>> rows = new TreeMap<>(Row.ORDER);
    sound.forEach(
        (i, entry) -> {
          if (here.putIfAbsent(entry.id(), Optional.of(entry)) == null) {
            String source = arrivals.get(i).voucher().source();
            Row row = new Row(entry.worker().toString(), entry.device().toString(), source);
            rows.computeIfAbsent(row, any -> new TreeMap<>()).put(entry.id().toString(), entry);
          }
        });
    Set<UUID> added = new HashSet<>();
    rows.forEach(
        (row, byId) -> {
          List<Ledger.Entry> entries = List.copyOf(byId.values());
          Ledger.Entry one = entries.get(0);
          added.addAll(
              ledger.add(
                  new Ledger.Part(
                      one.worker(), one.device(), row.source(), sentAt, receivedAt, entries)));
        });
    if (added.size() < here.size()) {
      List<UUID> before = here.keySet().stream().filter(id -> !added.contains(id)).toList();
      here.putAll(ledger.entries(before));
    }
    return added;
  }

  private static Receipt.Result aside(Arrival what, String reason, List<Quarantine.Case> cases) {
    Voucher voucher = what.voucher();
    cases.add(
        new Quarantine.Case(
            what.id(),
            what.worker(),
            Envelope.claimedType(what.event()).orElse(null),
            Envelope.claimedVersion(what.event()).orElse(null),
            reason,
            what.raw().toString(),
            voucher.key(),
            voucher.session()));
    String id = what.id() == null ? null : what.id().toString();
    return new Receipt.Result(id, "quarantined", reason);
  }
}
