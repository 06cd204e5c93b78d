package org.kadam.assessment.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.kadam.document.csv.Csv;

/**
 * Answers as a table that statistical programs read, of people whom it does not name: a row a
 * person, in an order that means nothing, under a pseudonym that is drawn for this table alone; a
 * column an item version, {@code <item>.v<version>}, in alphabetical order. A cell is
 *
 * <ul>
 *   <li>of an observed task 0 tried by herself and not done, 1 done with help, 2 done by herself;
 *       what was helped with and yet not done is NA
 *   <li>of a question 0 wrong, 1 right; what somebody helped with says nothing of her and is NA
 *   <li>NA where there is no answer
 * </ul>
 */
public final class ResponseSheet {

  /** Fewer people could be recognised by what they answered. */
  public static final int FEWEST = 10;

  /** The column of the pseudonyms. */
  public static final String PERSON = "person";

  private static final String NOT_KNOWN = "NA";
  private static final int PSEUDONYM_BYTES = 12;

  private ResponseSheet() {}

  /**
   * An item as it was when it was answered.
   *
   * @param observed whether it is a task that is done, which can be done in part
   */
  public record Version(String item, int version, boolean observed) {

    private static final Comparator<Version> ORDER =
        Comparator.comparing(Version::item).thenComparing(Version::version);

    private String column() {
      return item + ".v" + version;
    }

    private String cell(Outcome outcome) {
      return switch (outcome) {
        case NOT_DONE -> "0";
        case HELPED -> observed ? "1" : NOT_KNOWN;
        case DONE -> observed ? "2" : "1";
        case HELPED_NOT_DONE -> NOT_KNOWN;
      };
    }
  }

  /**
   * The table, as {@link Csv} writes it.
   *
   * @param people for each person her answers; who has none is left out
   * @param random fills bytes with secure random ones
   * @throws IllegalArgumentException if fewer than {@link #FEWEST} people have answers
   */
  public static byte[] of(Collection<Map<Version, Outcome>> people, Consumer<byte[]> random) {
    SortedMap<Version, Integer> columns = new TreeMap<>(Version.ORDER);
    List<Map<Version, Outcome>> answered =
        people.stream().filter(answers -> !answers.isEmpty()).toList();
    if (answered.size() < FEWEST) {
      throw new IllegalArgumentException("Fewer than " + FEWEST + " people have answered");
    }
    answered.forEach(answers -> answers.keySet().forEach(version -> columns.put(version, 0)));
    List<String> head = new ArrayList<>(List.of(PERSON));
    for (Map.Entry<Version, Integer> column : columns.entrySet()) {
      column.setValue(head.size());
      head.add(column.getKey().column());
    }
    Map<String, List<String>> rows = new HashMap<>();
    for (Map<Version, Outcome> answers : answered) {
      String pseudonym = pseudonym(random);
      String[] row = new String[head.size()];
      java.util.Arrays.fill(row, NOT_KNOWN);
      row[0] = pseudonym;
      answers.forEach((version, outcome) -> row[columns.get(version)] = version.cell(outcome));
      if (rows.putIfAbsent(pseudonym, List.of(row)) != null) {
        throw new IllegalStateException("Two people of one pseudonym: the numbers are not random");
      }
    }
    return Csv.table(head, new TreeMap<>(rows).values().stream().toList());
  }

  /** Begins with a letter, so that no spreadsheet takes it for a number. */
  private static String pseudonym(Consumer<byte[]> random) {
    byte[] bytes = new byte[PSEUDONYM_BYTES];
    random.accept(bytes);
    return "p" + HexFormat.of().formatHex(bytes);
  }
}
