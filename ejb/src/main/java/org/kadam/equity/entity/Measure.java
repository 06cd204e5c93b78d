package org.kadam.equity.entity;

import java.util.Locale;

/**
 * What is counted of the workers of a group. Each counts some of the workers that its {@link
 * #within()} counts, and is told as a share of what its {@link #base()} counts; null stands for all
 * workers of the group.
 */
public enum Measure {
  /** Anything at all has come in of her. */
  REACHED(null, null),
  /** She has finished an assessment. */
  ASSESSED(REACHED, null),
  /** At her last assessment she managed on her own, or better. */
  LEVEL2(ASSESSED, ASSESSED),
  /** She has finished every module of a course. */
  COMPLETED(REACHED, null),
  /** An offer of help to her is confirmed and not yet closed. */
  OFFERS(null, null);

  private final Measure within;
  private final Measure base;

  Measure(Measure within, Measure base) {
    this.within = within;
    this.base = base;
  }

  public Measure within() {
    return within;
  }

  public Measure base() {
    return base;
  }

  /** As the API and the words spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
