package org.kadam.worker.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.kadam.worker.entity.RosterHeadings;

/**
 * What the headings of a file from elsewhere probably mean: as an administrator said the last time,
 * or else as they are commonly called in English, Hindi and Lao.
 */
@ApplicationScoped
public class Headings {

  private static final Map<String, Set<String>> KNOWN = read();

  @Inject private RosterHeadings remembered;

  /**
   * A proposal for a header that is not ours: a column of ours for each heading, none twice, and
   * empty for a heading that nothing is known about.
   */
  public Columns propose(List<String> header) {
    return propose(header, remembered.of(header.stream().map(Headings::key).toList()));
  }

  /** For the kind of which most is known. */
  static Columns propose(List<String> header, Map<String, String> remembered) {
    return Stream.of(RosterKind.WORKERS, RosterKind.UNITS, RosterKind.ASSIGNMENTS)
        .map(kind -> propose(kind, header, remembered))
        .reduce((one, other) -> known(other) > known(one) ? other : one)
        .orElseThrow();
  }

  private static long known(Columns columns) {
    return columns.headings().values().stream().filter(column -> !column.isEmpty()).count();
  }

  static Columns propose(RosterKind kind, List<String> header, Map<String, String> remembered) {
    Map<String, String> columns = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (String heading : header) {
      String key = key(heading);
      String column =
          remembered.containsKey(key)
              ? remembered.get(key)
              : kind.columns().stream()
                  .filter(each -> KNOWN.getOrDefault(key, Set.of()).contains(each))
                  .findFirst()
                  .orElse("");
      boolean fits = kind.columns().contains(column) && taken.add(column);
      columns.put(heading, fits ? column : "");
    }
    boolean active = kind == RosterKind.WORKERS && !taken.contains("active");
    return new Columns(columns, active ? Map.of("active", "true") : Map.of());
  }

  /** The header is ours as it stands, so that nobody has to be asked. */
  public static boolean ours(List<String> header) {
    return RosterKind.of(new HashSet<>(header)).isPresent();
  }

  /** Keeps what an administrator said, for the next time. */
  public void remember(Columns columns, Instant now) {
    Map<String, String> byKey = new HashMap<>();
    columns.headings().forEach((heading, column) -> byKey.put(key(heading), column));
    byKey.remove("");
    remembered.keep(byKey, now);
  }

  /** Lower case, letters with their signs and digits alone. */
  static String key(String heading) {
    String plain = Normalizer.normalize(heading, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    String key = plain.replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
    return key.length() > 200 ? key.substring(0, 200) : key;
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> known = new HashMap<>();
    try (InputStream in = Headings.class.getResourceAsStream("headings.txt");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          String[] parts = line.split(": ", 2);
          for (String name : (parts[0] + "," + parts[1]).split(",")) {
            known.computeIfAbsent(key(name), k -> new LinkedHashSet<>()).add(parts[0]);
          }
        }
      }
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
