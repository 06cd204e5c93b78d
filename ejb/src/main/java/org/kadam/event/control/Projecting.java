package org.kadam.event.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.kadam.event.entity.Checkpoints;
import org.kadam.event.entity.Ledger;
import org.kadam.event.entity.LedgerEvent;
import org.kadam.event.upcaster.Upcasters;

/** The single steps of driving a projection, each a transaction of its own. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Projecting {

  @Inject private Ledger ledger;
  @Inject private Checkpoints checkpoints;
  @Inject private Upcasters upcasters;

  /** For the container. */
  public Projecting() {}

  /** For use without a container. */
  public Projecting(Ledger ledger, Checkpoints checkpoints, Upcasters upcasters) {
    this.ledger = ledger;
    this.checkpoints = checkpoints;
    this.upcasters = upcasters;
  }

  /** See {@link Ledger#settled}; in a transaction that lets go of the gate at once. */
  public long settled() {
    return ledger.settled();
  }

  /** Whether a projection has anything to read, so that writers need not be asked to wait. */
  public boolean behind(Projection projection) {
    checkpoints.ensure(projection.name(), projection.version());
    Checkpoints.Checkpoint at = checkpoints.at(projection.name()).orElseThrow();
    return at.version() < projection.version()
        || at.version() == projection.version() && at.position() < ledger.last();
  }

  /**
   * Applies the next events, at most so many, and moves the checkpoint with them. Gives how many
   * there were; nothing where another node has this projection and {@code wait} is false, or where
   * a later release does.
   */
  public OptionalInt step(Projection projection, long settled, int most, boolean wait) {
    if (wait) {
      checkpoints.await(projection.name());
    }
    Optional<Checkpoints.Checkpoint> at = checkpoints.take(projection.name());
    if (at.isEmpty() || at.get().version() > projection.version()) {
      return OptionalInt.empty();
    }
    long from = at.get().position();
    if (at.get().version() < projection.version()) {
      restart(projection);
      from = 0;
    }
    List<LedgerEvent> events = read(from, settled, most);
    if (!events.isEmpty()) {
      projection.apply(events);
    }
    if (from < settled) {
      boolean all = events.size() < most;
      long to = all ? settled : events.get(events.size() - 1).position();
      checkpoints.move(projection.name(), to);
    }
    return OptionalInt.of(events.size());
  }

  /** Steps over the next event and notes why. */
  public void stepOver(Projection projection, long settled, String reason) {
    Optional<Checkpoints.Checkpoint> at = checkpoints.take(projection.name());
    if (at.isEmpty() || at.get().version() != projection.version()) {
      return;
    }
    for (LedgerEvent event : ledger.read(at.get().position(), settled, 1)) {
      checkpoints.fault(projection.name(), event.position(), reason);
      checkpoints.move(projection.name(), event.position());
    }
  }

  /** Clears a projection and sets it back to the beginning. */
  public void beginAnew(Projection projection) {
    checkpoints.ensure(projection.name(), projection.version());
    checkpoints.await(projection.name());
    restart(projection);
  }

  private void restart(Projection projection) {
    projection.clear();
    checkpoints.forgetFaults(projection.name());
    checkpoints.restart(projection.name(), projection.version());
  }

  private List<LedgerEvent> read(long after, long upTo, int most) {
    return ledger.read(after, upTo, most).stream().map(upcasters::up).toList();
  }
}
