package org.kadam.support.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kadam.support.control.KnownWorkers;
import org.kadam.support.entity.Flag;
import org.kadam.support.entity.Flags;
import org.kadam.support.rule.Known;
import org.kadam.support.rule.Rule;
import org.kadam.support.rule.Rules;
import org.kadam.support.rule.Verdict;

/**
 * Lets every rule judge some workers: new offers where help may be needed, an end to offers whose
 * reason is gone or whose time is over. May be called at any time and any number of times, on
 * several nodes at once; only facts change what comes of it. Nobody reaches this from outside.
 */
@Stateless
@PermitAll
public class RaiseFlags {

  @Inject private Rules rules;
  @Inject private KnownWorkers knownWorkers;
  @Inject private Flags flags;

  /** Judges these workers, each in the light of all that is known of her now. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void of(Collection<UUID> workers) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Map<UUID, List<Flag>> before = flags.recent(workers, now);
    Map<UUID, Known> known = knownWorkers.of(workers, now);
    List<UUID> over = new ArrayList<>();
    List<Flag> fresh = new ArrayList<>();
    // Always in one order: two who judge the same workers at once must not wait in a circle.
    for (UUID worker : workers.stream().sorted().toList()) {
      List<Flag> hers = before.getOrDefault(worker, List.of());
      hers.stream().filter(flag -> flag.isExpired(now)).map(Flag::id).forEach(over::add);
      if (known.containsKey(worker)) {
        for (Rule rule : rules.all()) {
          List<Flag> same = hers.stream().filter(f -> f.rule().equals(rule.name())).toList();
          judge(worker, rule, known.get(worker), same, over, fresh);
        }
      } else {
        hers.stream().filter(flag -> flag.stands(now)).map(Flag::id).forEach(over::add);
      }
    }
    flags.end(over, now);
    fresh.forEach(flags::offer);
  }

  private static void judge(
      UUID worker, Rule rule, Known known, List<Flag> same, List<UUID> over, List<Flag> fresh) {
    Instant now = known.now();
    Verdict verdict = rule.judge(known);
    switch (verdict.action()) {
      case OFFER -> {
        if (same.stream().noneMatch(flag -> flag.keepsQuiet(now))) {
          fresh.add(new Flag(worker, rule, verdict.facts(), now));
        }
      }
      case END -> same.stream().filter(flag -> flag.mayEnd(now)).map(Flag::id).forEach(over::add);
      case LEAVE -> {
        // What stands goes on standing.
      }
    }
  }
}
