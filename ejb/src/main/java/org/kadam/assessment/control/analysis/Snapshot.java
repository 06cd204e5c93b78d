package org.kadam.assessment.control.analysis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.kadam.assessment.control.Outcome;

/**
 * Who came to which outcome, while a calibration is at work: people without any sign of who they
 * are but the groups that items are compared between.
 *
 * @param people in an order that means nothing
 */
public record Snapshot(List<Column> columns, List<Person> people) {

  /** What people are told apart by, in the order of {@link Person#groups}. */
  public static final List<String> DIMENSIONS = List.of("sex", "cadre", "language", "age");

  private static final char NONE = '-';
  private static final String TAB = "\t";

  /**
   * An item as it is published now, with what experts think of it.
   *
   * @param guess difficulty in logits
   * @param spread how sure they are: a standard deviation in logits
   */
  public record Column(
      String item, int version, String area, boolean observed, double guess, double spread) {}

  /**
   * Somebody.
   *
   * @param groups a code for each of {@link #DIMENSIONS}; empty where it is not known
   * @param outcomes a letter for each column
   */
  public record Person(List<String> groups, String outcomes) {

    /** Somebody who came to these outcomes; null where there is no answer. */
    public static Person of(List<String> groups, List<Outcome> outcomes) {
      StringBuilder letters = new StringBuilder();
      for (Outcome outcome : outcomes) {
        letters.append(
            outcome == null
                ? NONE
                : switch (outcome) {
                  case DONE -> '1';
                  case NOT_DONE -> '0';
                  case HELPED, HELPED_NOT_DONE -> 'h';
                });
      }
      return new Person(groups, letters.toString());
    }

    /**
     * 1 done alone, 0 tried alone and not done, −1 no answer or one that somebody helped with: a
     * difficulty is about doing it alone, so help counts neither way in it.
     */
    public int outcome(int column) {
      return "01".indexOf(outcomes.charAt(column));
    }

    /** Whether somebody helped her with it. */
    public boolean helped(int column) {
      return outcomes.charAt(column) == 'h';
    }

    /** Whether she was given it. */
    public boolean given(int column) {
      return outcomes.charAt(column) != NONE;
    }
  }

  public Snapshot {
    columns = List.copyOf(columns);
    people = List.copyOf(people);
  }

  /** How many people came to something at an item, with help or without. */
  public int given(int column) {
    return (int) people.stream().filter(person -> person.given(column)).count();
  }

  /** Packed, for the time between two steps. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      StringBuilder text = new StringBuilder();
      text.append(columns.size()).append('\n');
      for (Column c : columns) {
        text.append(c.item()).append(TAB).append(c.version()).append(TAB);
        text.append(c.area()).append(TAB).append(c.observed()).append(TAB);
        text.append(c.guess()).append(TAB).append(c.spread()).append('\n');
      }
      for (Person person : people) {
        person.groups().forEach(group -> text.append(group).append(TAB));
        text.append(person.outcomes()).append('\n');
      }
      gzip.write(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Unpacks.
   *
   * @throws IllegalArgumentException if this is no snapshot
   */
  public static Snapshot of(byte[] bytes) {
    List<String> lines;
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      lines = new String(gzip.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new IllegalArgumentException("This is no snapshot", e);
    }
    int size = Integer.parseInt(lines.get(0));
    List<Column> columns = new ArrayList<>();
    for (String line : lines.subList(1, size + 1)) {
      String[] part = line.split(TAB, -1);
      columns.add(
          new Column(
              part[0],
              Integer.parseInt(part[1]),
              part[2],
              Boolean.parseBoolean(part[3]),
              Double.parseDouble(part[4]),
              Double.parseDouble(part[5])));
    }
    List<Person> people = new ArrayList<>();
    for (String line : lines.subList(size + 1, lines.size())) {
      List<String> part = List.of(line.split(TAB, -1));
      int groups = DIMENSIONS.size();
      if (part.size() != groups + 1 || part.get(groups).length() != size) {
        throw new IllegalArgumentException("This is no snapshot");
      }
      people.add(new Person(part.subList(0, groups), part.get(groups)));
    }
    return new Snapshot(columns, people);
  }
}
