package org.kadam.worker.control;

import java.util.HashMap;
import java.util.Map;

/** Remembers where each key of a file stood first, and tells of every later row with the same. */
final class FirstOf<K> {

  private final Map<K, Long> first = new HashMap<>();

  /** Whether this row is the first with its key; if not, it has a fault now. */
  boolean take(K key, Row row, String field) {
    Long earlier = first.putIfAbsent(key, row.line());
    if (earlier != null) {
      row.fault(field, Fault.DUPLICATE, "The same stands in line " + earlier + " already");
    }
    return earlier == null;
  }
}
