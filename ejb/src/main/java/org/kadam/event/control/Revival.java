package org.kadam.event.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kadam.event.entity.PhoneKey;
import org.kadam.event.entity.PhoneKeys;
import org.kadam.event.entity.QuarantineDesk;

/**
 * Makes of what was kept in quarantine what had arrived. What was sealed is opened again, and
 * vouches for itself. What came in the clear is vouched for by what vouched for it then; where
 * nothing did, nothing does now, since the signature covered a batch that is not kept.
 */
@ApplicationScoped
public class Revival {

  private static final Set<String> NEVER_VOUCHED = Set.of("bad-signature", "unknown-key");

  @Inject private Opening opening;
  @Inject private PhoneKeys keys;

  /** What had arrived. */
  public Arrival of(QuarantineDesk.Held held) {
    JsonValue raw;
    try (var reader = Json.createReader(new StringReader(held.raw()))) {
      raw = reader.readValue();
    }
    return raw instanceof JsonString
        ? opening.open(List.of(raw), held.session()).get(0)
        : Arrival.clear(raw, voucher(held));
  }

  private Voucher voucher(QuarantineDesk.Held held) {
    UUID key = held.key();
    String reason = held.line().reason();
    if (NEVER_VOUCHED.contains(reason)) {
      return Voucher.nobody(reason, key, held.session());
    }
    if (key != null) {
      Optional<PhoneKey> known = keys.find(key);
      return known
          .map(found -> Voucher.key(found.workerId(), key, held.session()))
          .orElseGet(() -> Voucher.nobody("unknown-key", key, held.session()));
    }
    return held.session() == null
        ? Voucher.nobody(reason, null, null)
        : Voucher.session(held.session());
  }
}
