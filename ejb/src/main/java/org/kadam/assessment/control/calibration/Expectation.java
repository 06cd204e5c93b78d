package org.kadam.assessment.control.calibration;

import java.util.List;
import org.kadam.assessment.control.Grid;

/**
 * The expectation step of {@link MarginalCalibration}: by the present parameters, how many people
 * of each ability came to each outcome of each item, and how likely all answers are. A block's
 * likelihood at every node is worked out once for each value of its byte; a person then costs one
 * multiplication and one addition a node and block, whatever stands in them.
 */
final class Expectation {

  /** Below this a product of likelihoods is no longer trusted and is worked out in logarithms. */
  private static final double TOO_SMALL = 1e-250;

  private final Responses responses;
  private final double[] points;
  private final double[] prior;
  private final double[][] likelihood;
  private final double[][] expected;

  /** For each item and outcome the expected number of people at each node. */
  final double[][][] counts;

  /** ln of the marginal likelihood of all answers. */
  double logLikelihood;

  Expectation(Responses responses, Grid nodes) {
    this.responses = responses;
    this.points = nodes.points();
    this.prior = nodes.prior();
    List<Responses.Block> blocks = responses.blocks();
    likelihood = new double[blocks.size()][];
    expected = new double[blocks.size()][];
    for (int b = 0; b < blocks.size(); b++) {
      likelihood[b] = new double[blocks.get(b).size() * points.length];
      expected[b] = new double[blocks.get(b).size() * points.length];
    }
    counts = new double[responses.items()][][];
    for (int item = 0; item < counts.length; item++) {
      counts[item] = new double[responses.outcomes(item)][points.length];
    }
  }

  /** Works everything out anew; an item without parameters says nothing about anybody. */
  void by(Parameters[] parameters) {
    double[][][] probabilities = probabilities(parameters);
    List<Responses.Block> blocks = responses.blocks();
    for (int b = 0; b < blocks.size(); b++) {
      fill(blocks.get(b), probabilities, likelihood[b]);
      java.util.Arrays.fill(expected[b], 0);
    }
    logLikelihood = 0;
    int nodes = points.length;
    double[] mass = new double[nodes];
    for (int person = 0; person < responses.persons(); person++) {
      System.arraycopy(prior, 0, mass, 0, nodes);
      for (int b = 0; b < likelihood.length; b++) {
        double[] table = likelihood[b];
        int at = blocks.get(b).code(person) * nodes;
        for (int q = 0; q < nodes; q++) {
          mass[q] *= table[at + q];
        }
      }
      double total = 0;
      for (int q = 0; q < nodes; q++) {
        total += mass[q];
      }
      if (total > TOO_SMALL) {
        logLikelihood += Math.log(total);
      } else {
        logLikelihood += inLogarithms(person, mass);
        total = 1;
      }
      for (int b = 0; b < expected.length; b++) {
        double[] table = expected[b];
        int at = blocks.get(b).code(person) * nodes;
        for (int q = 0; q < nodes; q++) {
          table[at + q] += mass[q] / total;
        }
      }
    }
    unpack();
  }

  /** P(outcome | node) of each item, laid out as {@link #counts}. */
  private double[][][] probabilities(Parameters[] parameters) {
    double[][][] all = new double[parameters.length][][];
    for (int item = 0; item < parameters.length; item++) {
      int outcomes = responses.outcomes(item);
      all[item] = new double[outcomes][points.length];
      double[] p = new double[outcomes];
      for (int q = 0; q < points.length; q++) {
        if (parameters[item] != null) {
          parameters[item].probabilities(points[q], p);
        }
        for (int k = 0; k < outcomes; k++) {
          all[item][k][q] = parameters[item] == null ? 1 : p[k];
        }
      }
    }
    return all;
  }

  private void fill(Responses.Block block, double[][][] probabilities, double[] table) {
    int nodes = points.length;
    java.util.Arrays.fill(table, 1);
    for (int code = 0; code < block.size(); code++) {
      int rest = code;
      for (int i = 0; i < block.radix().length; i++) {
        double[][] rows = probabilities[block.first() + i];
        int digit = rest % block.radix()[i];
        rest /= block.radix()[i];
        for (int q = 0; q < nodes && digit < rows.length; q++) {
          table[code * nodes + q] *= rows[digit][q];
        }
      }
    }
  }

  /** Leaves the posterior in {@code mass} and gives the log likelihood of one person. */
  private double inLogarithms(int person, double[] mass) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int q = 0; q < mass.length; q++) {
      mass[q] = Math.log(prior[q]);
      for (int b = 0; b < likelihood.length; b++) {
        int at = responses.blocks().get(b).code(person) * mass.length;
        mass[q] += Math.log(likelihood[b][at + q]);
      }
      largest = Math.max(largest, mass[q]);
    }
    double total = 0;
    for (int q = 0; q < mass.length; q++) {
      mass[q] = Math.exp(mass[q] - largest);
      total += mass[q];
    }
    for (int q = 0; q < mass.length; q++) {
      mass[q] /= total;
    }
    return largest + Math.log(total);
  }

  private void unpack() {
    int nodes = points.length;
    for (double[][] item : counts) {
      for (double[] row : item) {
        java.util.Arrays.fill(row, 0);
      }
    }
    for (int b = 0; b < expected.length; b++) {
      Responses.Block block = responses.blocks().get(b);
      for (int code = 0; code < block.size(); code++) {
        int rest = code;
        for (int i = 0; i < block.radix().length; i++) {
          double[][] rows = counts[block.first() + i];
          int digit = rest % block.radix()[i];
          rest /= block.radix()[i];
          for (int q = 0; q < nodes && digit < rows.length; q++) {
            rows[digit][q] += expected[b][code * nodes + q];
          }
        }
      }
    }
  }
}
