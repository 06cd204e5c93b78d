package org.kadam.equity.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether groups differ by more than chance, and which stand out. The test of over-dispersion comes
 * first (chi-square of the groups' shares about the mean, as Spiegelhalter, Stat. Med. 24, 2005,
 * has it): sixteen equal groups of thirty show a best and a worst 31 points apart. Only if it finds
 * something are groups outside the 99.8 % limits named. There are no ranks.
 *
 * @param mean the share of all, from 0 to 1
 * @param chiSquare Σ (count − n·mean)² / (n·mean·(1 − mean))
 * @param degrees of freedom: one less than there are groups
 * @param probability of a value at least so large by chance
 * @param outside the codes of groups outside, in the order given
 */
public record Gap(
    Verdict verdict,
    double mean,
    double chiSquare,
    int degrees,
    double probability,
    List<String> outside) {

  private static final double BY_CHANCE = .05;

  /** What can be said. */
  public enum Verdict {
    GAP,
    NO_GAP,
    TOO_FEW;

    /** As the API and the words spell it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A group that is told: how many of its workers, out of how many. */
  public record Share(String code, int count, int of) {}

  public Gap {
    outside = List.copyOf(outside);
  }

  /**
   * @param shares the groups that are told; with fewer than two there is nothing to compare
   * @param mean the share of all workers, or null where that is hidden: then that of the groups
   */
  static Gap among(List<Share> shares, Double mean) {
    if (shares.size() < 2) {
      return new Gap(Verdict.TOO_FEW, 0, 0, 0, 1, List.of());
    }
    double p = mean == null ? pooled(shares) : mean;
    if (p <= 0 || p >= 1) {
      return new Gap(Verdict.NO_GAP, p, 0, shares.size() - 1, 1, List.of());
    }
    double chiSquare = 0;
    List<String> outside = new ArrayList<>();
    for (Share share : shares) {
      double expected = share.of() * p;
      chiSquare += Math.pow(share.count() - expected, 2) / (expected * (1 - p));
      if (!FunnelLimits.at998(p, share.of()).holds((double) share.count() / share.of())) {
        outside.add(share.code());
      }
    }
    double probability =
        ChiSquaredDistribution.of(shares.size() - 1).survivalProbability(chiSquare);
    boolean gap = probability < BY_CHANCE;
    return new Gap(
        gap ? Verdict.GAP : Verdict.NO_GAP,
        p,
        chiSquare,
        shares.size() - 1,
        probability,
        gap ? outside : List.of());
  }

  private static double pooled(List<Share> shares) {
    int count = 0;
    int of = 0;
    for (Share share : shares) {
      count += share.count();
      of += share.of();
    }
    return (double) count / of;
  }
}
