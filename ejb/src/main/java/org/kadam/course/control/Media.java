package org.kadam.course.control;

import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The pictures that a structure names, as they were drawn, and the symbols that they share.
 *
 * @param folder where the pictures stand, for the reports of faults
 * @param pictures the SVG of each picture that is there, by file name
 * @param symbols the SVG of each symbol that is there, by name; see {@link Symbols}
 */
public record Media(String folder, Map<String, String> pictures, Map<String, String> symbols) {

  /**
   * Reads what there is of the pictures that a structure names.
   *
   * @throws Faults.Broken if one of them cannot be read
   */
  public static Media read(ContentFiles files, String folder, JsonValue structure) {
    Map<String, String> pictures = new TreeMap<>();
    Map<String, String> symbols = new TreeMap<>();
    for (String name : Pictures.named(structure)) {
      files.text(folder + "/" + name).ifPresent(svg -> pictures.put(name, svg));
    }
    for (String svg : pictures.values()) {
      for (String name : Symbols.named(svg)) {
        files.text(Symbols.file(name)).ifPresent(symbol -> symbols.put(name, symbol));
      }
    }
    return new Media(folder, pictures, symbols);
  }

  /** Adds what is wrong with the pictures that a structure names, and with their symbols. */
  public void check(JsonValue structure, Faults faults) {
    Set<String> sound = new TreeSet<>();
    symbols.forEach(
        (name, svg) -> {
          int before = faults.found().size();
          Symbols.checkOne(svg, faults.at(Symbols.file(name), ""));
          if (faults.found().size() == before) {
            sound.add(name);
          }
        });
    for (String name : Pictures.named(structure)) {
      Faults.Spot spot = faults.at(folder + "/" + name, "");
      String svg = pictures.get(name);
      if (!spot.faultIf(svg == null, "missing", "There is no such picture")) {
        Symbols.check(svg, symbols.keySet(), spot);
        // a symbol's own faults are said once, and not again for each picture that has it
        Picture.check(
            Symbols.drawn(svg, each -> sound.contains(each) ? symbols.get(each) : ""), spot);
      }
    }
  }

  /** A sound picture as it is published: with its symbols drawn in it. */
  public String published(String name) {
    return Symbols.drawn(pictures.get(name).strip(), symbols::get);
  }
}
