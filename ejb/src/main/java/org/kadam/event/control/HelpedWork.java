package org.kadam.event.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kadam.event.entity.HelpedPhone;
import org.kadam.event.entity.HelpedPhones;
import org.kadam.event.entity.LedgerEvent;

/**
 * Marks what was done on a helper's device: it is the worker's, with the source {@code helped}.
 * What was done there after her time on it had ended is vouched for by nobody.
 */
@ApplicationScoped
public class HelpedWork {

  static final String ENDED = "help-ended";

  @Inject private HelpedPhones phones;

  /** The same, in the same order, with vouchers as they must be. */
  List<Arrival> marked(List<Arrival> arrivals, Instant sentAt, Instant receivedAt) {
    Set<UUID> keys =
        arrivals.stream()
            .map(arrival -> arrival.voucher().key())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<UUID, HelpedPhone> helped = phones.of(keys);
    return helped.isEmpty()
        ? arrivals
        : arrivals.stream()
            .map(
                arrival -> marked(arrival, helped.get(arrival.voucher().key()), sentAt, receivedAt))
            .toList();
  }

  static Arrival marked(Arrival arrival, HelpedPhone phone, Instant sentAt, Instant receivedAt) {
    Voucher voucher = arrival.voucher();
    if (phone == null || voucher.refusal() != null) {
      return arrival;
    }
    Optional<Instant> at =
        arrival.event() instanceof JsonObject event ? Read.time(event.get("at")) : Optional.empty();
    boolean during =
        at.map(said -> LedgerEvent.corrected(said, sentAt, receivedAt))
            .filter(phone::covers)
            .isPresent();
    return arrival.by(
        during || at.isEmpty()
            ? voucher.withHelp()
            : Voucher.nobody(ENDED, voucher.key(), voucher.session()));
  }
}
