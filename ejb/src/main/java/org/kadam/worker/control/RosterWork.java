package org.kadam.worker.control;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.kadam.orgunit.entity.Jurisdiction;
import org.kadam.worker.entity.RosterRows;

/** How one kind of roster is read, compared with what is known, brought in and taken back. */
interface RosterWork {

  /** Reads the rows of a file, checks them and keeps what they say. */
  interface Reading extends Consumer<Row> {

    /** After the last row: how many there were. */
    int end();
  }

  /**
   * Begins to read.
   *
   * @param progress is told how many rows have been read
   */
  Reading read(UUID roster, Faults faults, Instant now, IntConsumer progress);

  /**
   * Finds out what every row would do, and how it was before.
   *
   * @param answersFor nothing outside of these places is listed or would be done without a row
   */
  void compare(UUID roster, Jurisdiction answersFor, IntConsumer progress);

  /** What the rows, once compared, touch outside of somebody's places. */
  List<RosterRows.Outside> outside(UUID roster, Jurisdiction answersFor);

  /** Does it, and tells the outbox whose account has to follow. */
  void apply(UUID roster, Instant now, IntConsumer progress);

  /** The rows whose subject is not any more as the import left it. */
  Collection<Integer> changedSince(UUID roster);

  /**
   * Puts everything back as it was.
   *
   * @param done when the import was done
   */
  void takeBack(UUID roster, Instant done, Instant now);
}
