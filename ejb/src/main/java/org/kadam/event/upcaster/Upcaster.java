package org.kadam.event.upcaster;

import jakarta.json.JsonObject;

/**
 * Tells in the words of today what an event of an older version says: one step, from a version to
 * the next. Readers therefore know one version of each type. As long as there are phones and
 * ledgers there are old events, so an upcaster is never removed and never changed.
 *
 * <p>A bean of this type is found by itself. It is pure, and it must take any object: the body is
 * what a phone said. What it cannot make sense of it passes on as it is; readers pass over that.
 */
public interface Upcaster {

  /** The type of event, such as {@code card.done}. */
  String type();

  /** The version that it reads; it gives the next one. */
  int from();

  /** The same in the words of the next version. */
  JsonObject up(JsonObject body);
}
