package org.kadam.assessment.control.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;

/**
 * Who came to which outcome of which item. Kept packed: items that stand beside each other share a
 * byte, a digit each in a number of mixed radix, so that a million people with sixty items take
 * some ten megabytes, and a likelihood is looked up for a whole byte at once.
 */
public final class Responses {

  /** No answer to this item. */
  public static final int MISSING = -1;

  private static final int BYTE = 256;

  private final int persons;
  private final int[] outcomes;
  private final boolean[] gaps;
  private final List<Block> blocks;

  /**
   * Items that share a byte.
   *
   * @param first the first of them
   * @param radix the number of digits' values of each: its outcomes, and one more where somebody
   *     has no answer
   * @param codes one byte a person
   */
  record Block(int first, int[] radix, int size, byte[] codes) {

    int code(int person) {
      return codes[person] & 0xff;
    }
  }

  private Responses(int persons, int[] outcomes, boolean[] gaps, List<Block> blocks) {
    this.persons = persons;
    this.outcomes = outcomes;
    this.gaps = gaps;
    this.blocks = blocks;
  }

  /**
   * Packs answers.
   *
   * @param persons how many people
   * @param outcomes for each item how many outcomes it has, 2 to 100
   * @param answer (person, item) → outcome from 0, or {@link #MISSING}; asked twice for each
   * @throws IllegalArgumentException for an outcome that the item does not have
   */
  public static Responses of(int persons, int[] outcomes, IntBinaryOperator answer) {
    boolean[] gaps = new boolean[outcomes.length];
    for (int item = 0; item < outcomes.length; item++) {
      if (outcomes[item] < 2 || outcomes[item] > 100) {
        throw new IllegalArgumentException("Item " + item + " must have 2 to 100 outcomes");
      }
      for (int person = 0; person < persons; person++) {
        int outcome = answer.applyAsInt(person, item);
        if (outcome < MISSING || outcome >= outcomes[item]) {
          throw new IllegalArgumentException("Item " + item + " has no outcome " + outcome);
        }
        gaps[item] |= outcome == MISSING;
      }
    }
    List<Block> blocks = new ArrayList<>();
    int item = 0;
    while (item < outcomes.length) {
      int end = item;
      int size = 1;
      while (end < outcomes.length && size * (outcomes[end] + (gaps[end] ? 1 : 0)) <= BYTE) {
        size *= outcomes[end] + (gaps[end] ? 1 : 0);
        end++;
      }
      blocks.add(block(persons, outcomes, gaps, answer, item, end, size));
      item = end;
    }
    return new Responses(persons, outcomes.clone(), gaps, List.copyOf(blocks));
  }

  private static Block block(
      int persons,
      int[] outcomes,
      boolean[] gaps,
      IntBinaryOperator answer,
      int from,
      int to,
      int size) {
    int[] radix = new int[to - from];
    for (int i = from; i < to; i++) {
      radix[i - from] = outcomes[i] + (gaps[i] ? 1 : 0);
    }
    byte[] codes = new byte[persons];
    for (int person = 0; person < persons; person++) {
      int code = 0;
      for (int i = to - 1; i >= from; i--) {
        int outcome = answer.applyAsInt(person, i);
        code = code * radix[i - from] + (outcome == MISSING ? outcomes[i] : outcome);
      }
      codes[person] = (byte) code;
    }
    return new Block(from, radix, size, codes);
  }

  /** Packs a table: a row a person, a column an item, {@link #MISSING} where there is no answer. */
  public static Responses of(int[][] table, int[] outcomes) {
    return of(table.length, outcomes, (person, item) -> table[person][item]);
  }

  public int persons() {
    return persons;
  }

  public int items() {
    return outcomes.length;
  }

  /** How many outcomes an item has. */
  public int outcomes(int item) {
    return outcomes[item];
  }

  /** Whether everybody has an answer to every item. */
  public boolean complete() {
    for (boolean gap : gaps) {
      if (gap) {
        return false;
      }
    }
    return true;
  }

  /** An outcome from 0, or {@link #MISSING}. */
  public int outcome(int person, int item) {
    for (Block block : blocks) {
      if (item < block.first() + block.radix().length) {
        int code = block.code(person);
        for (int i = block.first(); i < item; i++) {
          code /= block.radix()[i - block.first()];
        }
        int digit = code % block.radix()[item - block.first()];
        return digit == outcomes[item] ? MISSING : digit;
      }
    }
    throw new IndexOutOfBoundsException("There is no item " + item);
  }

  /** All of one person's outcomes, {@link #MISSING} where there is none. */
  public int[] outcomes(int[] into, int person) {
    for (Block block : blocks) {
      int code = block.code(person);
      for (int i = 0; i < block.radix().length; i++) {
        int digit = code % block.radix()[i];
        into[block.first() + i] = digit == outcomes[block.first() + i] ? MISSING : digit;
        code /= block.radix()[i];
      }
    }
    return into;
  }

  /** How often each outcome of an item came. */
  public long[] counts(int item) {
    long[] counts = new long[outcomes[item]];
    for (int person = 0; person < persons; person++) {
      int outcome = outcome(person, item);
      if (outcome != MISSING) {
        counts[outcome]++;
      }
    }
    return counts;
  }

  List<Block> blocks() {
    return blocks;
  }

  int[] allOutcomes() {
    return Arrays.copyOf(outcomes, outcomes.length);
  }
}
