package org.kadam.assessment.control.adaptive;

import java.util.List;
import org.kadam.assessment.control.Answered;

/**
 * Wald's sequential probability ratio test of being above or below a cut: ln L(c + δ) − ln L(c −
 * δ), decided above ln((1 − β)/α) and below ln(β/(1 − α)).
 *
 * @param cut c in logits
 * @param halfWidth δ in logits, the half of the zone in which either verdict would do
 * @param alpha the probability of calling somebody above who is at c − δ
 * @param beta the probability of calling somebody below who is at c + δ
 */
public record SequentialTest(double cut, double halfWidth, double alpha, double beta) {

  /** What the answers so far allow to say. */
  public enum Verdict {
    ABOVE,
    BELOW,
    CONTINUE
  }

  public SequentialTest {
    if (!Double.isFinite(cut) || !Double.isFinite(halfWidth) || halfWidth <= 0) {
      throw new IllegalArgumentException("A cut and a half width above 0 are needed");
    }
    if (!(alpha > 0 && alpha < 0.5 && beta > 0 && beta < 0.5)) {
      throw new IllegalArgumentException("Errors must be between 0 and a half");
    }
  }

  /** ln L(c + δ) − ln L(c − δ). */
  public double logRatio(List<Answered> answers) {
    double sum = 0;
    for (Answered answer : answers) {
      sum += Math.log(answer.model().probability(answer.outcome(), cut + halfWidth));
      sum -= Math.log(answer.model().probability(answer.outcome(), cut - halfWidth));
    }
    return sum;
  }

  /** At or above this log ratio she is called above. */
  public double upper() {
    return Math.log((1 - beta) / alpha);
  }

  /** At or below this log ratio she is called below. */
  public double lower() {
    return Math.log(beta / (1 - alpha));
  }

  public Verdict verdict(List<Answered> answers) {
    double ratio = logRatio(answers);
    return ratio >= upper() ? Verdict.ABOVE : ratio <= lower() ? Verdict.BELOW : Verdict.CONTINUE;
  }
}
