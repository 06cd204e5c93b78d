package org.kadam.support.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that a rule may know of a worker. Who she is, her sex, age, cadre, language and community are
 * not here and must not come: they are for looking at the rules afterwards, never for deciding.
 *
 * @param now the time of judging
 * @param device the latest fact about her device
 * @param results her latest scored attempts, {@link #RESULTS} at most, the latest first
 */
public record Known(Instant now, Optional<Device> device, List<Result> results) {

  /** As many results as a rule may look back on: what she did earlier is no reason any more. */
  public static final int RESULTS = 3;

  public Known {
    results = List.copyOf(results);
  }

  /**
   * A fact about a device.
   *
   * @param value own, shared, basic or none
   * @param source where it came from, such as {@code roster}
   * @param seen the day
   */
  public record Device(String value, String source, LocalDate seen) {}

  /**
   * A scored attempt.
   *
   * @param attempt the attempt's id
   * @param at when it was done
   * @param day the same as a day where she works
   * @param below P(θ &lt; the cut that offers ask about), from 0 to 1
   * @param notDone ids of the observed tasks that she did not do, by rising difficulty
   * @param helped ids of the items that she did with somebody's help, by rising difficulty
   */
  public record Result(
      UUID attempt,
      Instant at,
      LocalDate day,
      double below,
      List<String> notDone,
      List<String> helped) {

    public Result {
      notDone = List.copyOf(notDone);
      helped = List.copyOf(helped);
    }
  }
}
