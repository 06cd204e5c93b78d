package org.kadam.event.control;

import java.util.List;

/** The answer to a batch: one result for each of its events, in its order. */
public record Receipt(List<Result> results) {

  /**
   * What became of one event.
   *
   * @param id its id; null where none could be read
   * @param status {@code accepted}, {@code known} (here already, the same) or {@code quarantined}
   * @param reason why it was quarantined, as a short code; otherwise null
   */
  public record Result(String id, String status, String reason) {}
}
