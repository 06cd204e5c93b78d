package org.kadam.assessment.control.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kadam.assessment.control.analysis.Analysis.Dif;
import org.kadam.assessment.control.analysis.Analysis.Option;
import org.kadam.assessment.control.analysis.Analysis.Reason;

/**
 * What to do with an item: keep it, look at it, drop it, or wait for more answers. A rule of thumb
 * that a trainer can overrule, with its reasons; the limits are those of docs/measurement.md.
 */
public enum Verdict {
  WAIT,
  KEEP,
  LOOK,
  DROP;

  /** Below, who can more does not do it more often: it measures something else. */
  private static final double NO_DISCRIMINATION = .05;

  private static final double LITTLE_DISCRIMINATION = .2;

  /** Mean squares (Wright and Linacre 1994): above the second an item distorts the measure. */
  private static final double ERRATIC = 1.3;

  private static final double DISTORTS = 2;
  private static final double TOO_REGULAR = .7;
  private static final double MISFIT = .01;

  /** Logits between the guess and the answers from which an expert should look again. */
  private static final double FAR = 1;

  private static final double ERRORS = 2;
  private static final int EASY = 95;
  private static final int HARD = 5;
  private static final int OFTEN_HELPED = 30;

  /** As the words of the screens spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The figures that it is judged by; null for what cannot be said.
   *
   * @param uniform everybody came to the same
   */
  record Figures(
      boolean enough,
      boolean uniform,
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
      List<Option> options) {}

  /** A verdict with its reasons, the weightiest first. */
  record Judged(Verdict verdict, List<Reason> reasons) {}

  static Judged of(Figures figures) {
    if (!figures.enough()) {
      return new Judged(WAIT, List.of(new Reason("few", null)));
    }
    List<Reason> drop = new ArrayList<>();
    List<Reason> look = new ArrayList<>();
    if (figures.uniform()) {
      drop.add(new Reason("uniform", null));
    }
    discrimination(figures, drop, look);
    groups(figures, drop, look);
    fit(figures, drop, look);
    difficulty(figures, look);
    options(figures, look);
    Verdict verdict = !drop.isEmpty() ? DROP : !look.isEmpty() ? LOOK : KEEP;
    List<Reason> reasons = new ArrayList<>(drop);
    reasons.addAll(look);
    return new Judged(verdict, reasons.isEmpty() ? List.of(new Reason("fine", null)) : reasons);
  }

  private static void discrimination(Figures figures, List<Reason> drop, List<Reason> look) {
    Double r = figures.discrimination();
    if (r != null && r < NO_DISCRIMINATION) {
      drop.add(new Reason("no-discrimination", null));
    } else if (r != null && r < LITTLE_DISCRIMINATION) {
      look.add(new Reason("little-discrimination", null));
    }
  }

  private static void groups(Figures figures, List<Reason> drop, List<Reason> look) {
    for (Dif dif : figures.dif()) {
      if ("C".equals(dif.verdict())) {
        drop.add(new Reason("unfair", dif.dimension()));
      } else if ("B".equals(dif.verdict()) || Boolean.TRUE.equals(dif.crossing())) {
        look.add(new Reason("differs", dif.dimension()));
      }
    }
  }

  private static void fit(Figures figures, List<Reason> drop, List<Reason> look) {
    if (above(figures.outfit(), DISTORTS) || above(figures.infit(), DISTORTS)) {
      drop.add(new Reason("distorts", null));
    } else if (above(figures.infit(), ERRATIC) || above(figures.outfit(), ERRATIC)) {
      look.add(new Reason("erratic", null));
    } else if (figures.infit() != null && figures.infit() < TOO_REGULAR) {
      look.add(new Reason("too-regular", null));
    } else if (figures.fit() != null && figures.fit() < MISFIT) {
      look.add(new Reason("misfit", null));
    }
  }

  private static boolean above(Double value, double limit) {
    return value != null && value > limit;
  }

  private static void difficulty(Figures figures, List<Reason> look) {
    if (figures.difficulty() != null) {
      double away = figures.difficulty() - figures.guess();
      if (Math.abs(away) > Math.max(FAR, ERRORS * figures.error())) {
        look.add(new Reason(away > 0 ? "harder" : "easier", null));
      }
    }
    if (figures.share() != null && figures.share() > EASY) {
      look.add(new Reason("nearly-all", null));
    } else if (figures.share() != null && figures.share() < HARD) {
      look.add(new Reason("hardly-any", null));
    }
    if (figures.helped() != null && figures.helped() > OFTEN_HELPED) {
      look.add(new Reason("helped", null));
    }
  }

  private static void options(Figures figures, List<Reason> look) {
    int right =
        figures.options().stream()
            .filter(option -> option.right() && option.percent() != null)
            .mapToInt(Option::percent)
            .max()
            .orElse(Integer.MAX_VALUE);
    for (Option option : figures.options()) {
      if (!option.right() && option.percent() != null && option.percent() > right) {
        look.add(new Reason("wrong-preferred", option.option()));
      } else if (!option.right() && option.percent() != null && option.percent() == 0) {
        look.add(new Reason("never-chosen", option.option()));
      }
    }
  }
}
