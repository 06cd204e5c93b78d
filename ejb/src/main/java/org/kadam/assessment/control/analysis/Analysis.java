package org.kadam.assessment.control.analysis;

import java.util.List;

/**
 * What a trainer is shown of one item. Small numbers have been taken out, and what cannot be said
 * is null.
 *
 * @param verdict what to do with it, the first thing she reads
 * @param reasons why, the weightiest first
 * @param answers how many people came to something at it
 * @param share of those who tried alone, in percent: who managed
 * @param helped of all who tried, in percent: with whom somebody helped
 * @param guess the experts' difficulty in logits
 * @param difficulty the estimated one, with its standard error
 * @param discrimination correlation of doing it with the ability by the other items
 * @param fit of S-X²: how probable a misfit as large is by chance
 * @param exposure of all people, in percent: who were given it
 */
public record Analysis(
    String item,
    int version,
    String area,
    boolean observed,
    String verdict,
    List<Reason> reasons,
    Integer answers,
    Integer share,
    Integer helped,
    double guess,
    Double difficulty,
    Double error,
    Double discrimination,
    Double infit,
    Double outfit,
    Double fit,
    List<Dif> dif,
    List<Option> options,
    Integer exposure) {

  public Analysis {
    reasons = List.copyOf(reasons);
    dif = List.copyOf(dif);
    options = List.copyOf(options);
  }

  /**
   * One reason.
   *
   * @param code as the words of the screens spell it
   * @param group the dimension that it is about, or the answer; or null
   */
  public record Reason(String code, String group) {}

  /**
   * Two groups of the same ability, compared.
   *
   * @param dimension one of {@link Snapshot#DIMENSIONS}
   * @param focal who is compared with {@code reference}, the largest group
   * @param verdict A, B or C; {@code not-enough} where there are too few people
   * @param delta on the scale of the Educational Testing Service; below 0 it is harder for them
   * @param p of the logistic regression, of both kinds of difference together
   * @param crossing whether it parts high and low differently, beyond chance
   */
  public record Dif(
      String dimension,
      String focal,
      String reference,
      String verdict,
      Double delta,
      Double p,
      Boolean crossing) {}

  /**
   * An answer that can be chosen.
   *
   * @param percent of all choices; null where so few chose it, or did not, that it is kept back
   */
  public record Option(String option, boolean right, Integer percent) {}
}
