package org.kadam.event.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.kadam.event.entity.Checkpoints;
import org.kadam.event.entity.Ledger;
import org.kadam.event.entity.LedgerEvent;

/** The single steps of driving a projection, each a transaction of its own. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Projecting {

  @Inject private Ledger ledger;
  @Inject private Checkpoints checkpoints;

  /** See {@link Ledger#settled}; in a transaction that lets go of the gate at once. */
  public long settled() {
    return ledger.settled();
  }

  /** Whether a projection has anything to read, so that writers need not be asked to wait. */
  public boolean behind(Projection projection) {
    checkpoints.ensure(projection.name());
    return checkpoints.position(projection.name()).orElse(0) < ledger.last();
  }

  /**
   * Applies the next events, at most so many, and moves the checkpoint with them. Gives how many
   * there were; nothing where another node has this projection and {@code wait} is false.
   */
  public OptionalInt step(Projection projection, long settled, int most, boolean wait) {
    if (wait) {
      checkpoints.await(projection.name());
    }
    OptionalLong at = checkpoints.take(projection.name());
    if (at.isEmpty()) {
      return OptionalInt.empty();
    }
    List<LedgerEvent> events = ledger.read(at.getAsLong(), settled, most);
    if (!events.isEmpty()) {
      projection.apply(events);
    }
    if (at.getAsLong() < settled) {
      boolean all = events.size() < most;
      long to = all ? settled : events.get(events.size() - 1).position();
      checkpoints.move(projection.name(), to);
    }
    return OptionalInt.of(events.size());
  }

  /** Steps over the next event and notes why. */
  public void stepOver(Projection projection, long settled, String reason) {
    OptionalLong at = checkpoints.take(projection.name());
    if (at.isEmpty()) {
      return;
    }
    for (LedgerEvent event : ledger.read(at.getAsLong(), settled, 1)) {
      checkpoints.fault(projection.name(), event.position(), reason);
      checkpoints.move(projection.name(), event.position());
    }
  }

  /** Clears a projection and sets it back to the beginning. */
  public void beginAnew(Projection projection) {
    checkpoints.ensure(projection.name());
    checkpoints.await(projection.name());
    projection.clear();
    checkpoints.forgetFaults(projection.name());
    checkpoints.move(projection.name(), 0);
  }
}
