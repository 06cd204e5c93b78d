package org.kadam.assessment.control;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kadam.course.control.ContentFiles;

/**
 * All items of the files, whether a form has them or not, with what experts think of them.
 *
 * @param guesses by id
 * @param cuts between the levels
 */
public record Bank(Map<String, Guess> guesses, Cuts cuts) {

  /**
   * What experts think of an item.
   *
   * @param difficulty in logits, with its standard deviation {@code spread}
   */
  public record Guess(String area, int version, double difficulty, double spread) {}

  /** How many items an area has for a level, from 0. */
  public record Cell(String area, int level, int items) {}

  public Bank {
    guesses = Map.copyOf(guesses);
  }

  /** Reads the files, which have been checked. */
  public static Bank of(ContentFiles files) {
    FormDraft draft = FormDraft.read(files);
    Map<String, Guess> guesses = new HashMap<>();
    draft
        .areas()
        .forEach(
            (area, of) -> {
              for (JsonObject item :
                  of.items().getJsonArray("items").getValuesAs(JsonObject.class)) {
                guesses.put(
                    item.getString("id"),
                    new Guess(
                        area,
                        item.getInt("version"),
                        item.getJsonNumber("difficulty").doubleValue(),
                        item.getJsonNumber("spread").doubleValue()));
              }
            });
    return new Bank(guesses, FormPackage.cuts(draft.form()));
  }

  /**
   * How many items there are of each area for each level, those without any too: an item is for the
   * level whose people do it half of the time.
   *
   * @param estimated difficulties that answers have told; where there are none, the guess counts
   */
  public List<Cell> cells(Map<String, Double> estimated) {
    Map<String, int[]> counts = new TreeMap<>();
    guesses.forEach(
        (id, guess) -> {
          double difficulty = estimated.getOrDefault(id, guess.difficulty());
          int level = (int) cuts.at().stream().filter(cut -> cut <= difficulty).count();
          counts.computeIfAbsent(guess.area(), any -> new int[cuts.at().size() + 1])[level]++;
        });
    return counts.entrySet().stream()
        .flatMap(
            area ->
                java.util.stream.IntStream.range(0, area.getValue().length)
                    .mapToObj(level -> new Cell(area.getKey(), level, area.getValue()[level])))
        .toList();
  }
}
