package org.kadam.worker.control;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which of our columns the headings of a file are, where they have other names.
 *
 * @param headings our column by heading; empty for a column of the file that is left out
 * @param all what holds for every row, by our column, where the file has no column for it
 */
public record Columns(Map<String, String> headings, Map<String, String> all) {

  /** No column: where numbers without a country's code are from, {@code +91} or {@code +856}. */
  public static final String PHONE_COUNTRY = "phone_country";

  /** A file with our own header, each column there. */
  public static final Columns OURS = new Columns(Map.of(), Map.of());

  public Columns {
    headings = Map.copyOf(headings);
    all = Map.copyOf(all);
  }

  /**
   * What is wrong with these for a file of this header: the columns of ours that do not exist, or
   * the values that no cell could have; empty where nothing is.
   */
  public List<String> faults(RosterKind kind) {
    return Stream.concat(
            headings.values().stream()
                .filter(column -> !column.isEmpty() && !kind.columns().contains(column)),
            all.entrySet().stream()
                .filter(
                    each ->
                        !each.getKey().equals(PHONE_COUNTRY)
                                && !kind.columns().contains(each.getKey())
                            || RosterTable.fault(
                                    each.getKey().equals(PHONE_COUNTRY)
                                        ? "phone_e164"
                                        : each.getKey(),
                                    each.getValue())
                                != null)
                .map(Map.Entry::getKey))
        .toList();
  }

  boolean ours() {
    return headings.isEmpty() && all.isEmpty();
  }

  /** Our column of a heading; empty where it is left out, or is one of ours already. */
  String of(String heading) {
    return headings.getOrDefault(heading, heading);
  }

  /** The kind of roster that a header is, seen through these. */
  public Optional<RosterKind> kind(List<String> header) {
    if (ours()) {
      return RosterKind.of(new HashSet<>(header));
    }
    Set<String> named = new HashSet<>(all.keySet());
    named.remove(PHONE_COUNTRY);
    header.stream().map(this::of).filter(column -> !column.isEmpty()).forEach(named::add);
    return Stream.of(RosterKind.values())
        .filter(kind -> named.containsAll(kind.key()))
        .max(Comparator.comparingDouble(kind -> kind.likeness(named)));
  }

  /** The columns that a file must have for a kind: every one of ours, or those it cannot lack. */
  Collection<String> needed(RosterKind kind) {
    return ours() ? kind.columns() : kind.needed();
  }

  /** Where in a row each of our columns stands; the first where a heading is there twice. */
  Map<String, Integer> places(List<String> header) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      places.putIfAbsent(of(header.get(i)), i);
    }
    places.remove("");
    return places;
  }
}
