package org.kadam.event.control;

import java.util.List;
import org.kadam.event.entity.LedgerEvent;

/**
 * What a component makes of the ledger. Every bean of this type is driven by itself, in the order
 * of the ledger, in a transaction of its own together with its checkpoint; so an event is applied
 * once, except after a rebuild, which clears all and begins anew.
 *
 * <p>The order of reading is the order of coming in, not of happening: a phone may send last week
 * after today. The result must be the same for any order, and for types, versions and bodies that
 * it does not know it must do nothing. Old versions come in the words of today; see {@link
 * org.kadam.event.upcaster.Upcaster}.
 */
public interface Projection {

  /** A stable name, as in the address of the rebuild; at most 64 of a-z and hyphen. */
  String name();

  /**
   * Raised by the release in which it understands more, or otherwise: it is then made anew by
   * itself, and reads what it had passed over. A node of the release before leaves it alone.
   */
  default int version() {
    return 1;
  }

  /** Applies events, at most 1,000, ascending by position. */
  void apply(List<LedgerEvent> events);

  /** Forgets everything that was made of the ledger, and only that. */
  void clear();
}
