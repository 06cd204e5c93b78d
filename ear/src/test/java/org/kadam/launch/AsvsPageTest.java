package org.kadam.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AsvsPageTest {

  private static final Path ROOT = Path.of(System.getProperty("root"));
  private static final Pattern ROW =
      Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+) \\| [12] \\| ([^|]+) \\| ([^|]+) \\| (.+) \\|$");

  /** How many requirements of levels 1 and 2 each section of the standard has; they come first. */
  private static final String SECTIONS =
      """
      1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1
      3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3 5.3:2 5.4:3
      6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2
      8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3
      11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4
      13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7
      16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2
      """;

  private static List<Matcher> rows() throws IOException {
    List<Matcher> rows = new ArrayList<>();
    for (String line : Files.readAllLines(ROOT.resolve("docs/asvs.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.add(row);
      } else {
        assertFalse(line.matches("^\\| ?\\d.*"), line);
      }
    }
    return rows;
  }

  @Test
  @DisplayName("docs/asvs.md has each requirement of levels 1 and 2 once, and a reason for each")
  void complete() throws IOException {
    List<String> expected = new ArrayList<>();
    for (String section : SECTIONS.trim().split("\\s+")) {
      String[] words = section.split(":");
      for (int i = 1; i <= Integer.parseInt(words[1]); i++) {
        expected.add(words[0] + "." + i);
      }
    }
    List<String> found = new ArrayList<>();
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (Matcher row : rows()) {
      found.add(row.group(1));
      String verdict = row.group(3).replace("*", "");
      assertTrue(Set.of("met", "partly", "not yet", "n/a").contains(verdict), row.group());
      assertTrue(row.group(4).length() >= 5, row.group());
      counts.merge(verdict, 1, Integer::sum);
    }
    assertEquals(String.join("\n", expected), String.join("\n", found));
    String told =
        "Of %d requirements %d are met, %d partly, %d not yet; %d concern what does not exist"
            .formatted(
                found.size(),
                counts.get("met"),
                counts.get("partly"),
                counts.get("not yet"),
                counts.get("n/a"));
    assertTrue(Files.readString(ROOT.resolve("docs/asvs.md")).contains(told), told);
  }

  @Test
  @DisplayName("What docs/asvs.md names as a test or a class is there")
  void named() throws IOException {
    Set<String> classes = new TreeSet<>();
    for (String folder : List.of("ejb/src", "web/src/main/java", "ear/src", "ear/sign-in/src")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        classes.addAll(
            files
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".java"))
                .map(name -> name.substring(0, name.length() - 5))
                .collect(Collectors.toSet()));
      }
    }
    Set<String> missing = new TreeSet<>();
    Pattern name = Pattern.compile("`([A-Z][A-Za-z]+(?:IT|Test))`|`([A-Z][a-z]+(?:[A-Z][a-z]+)+)`");
    int seen = 0;
    for (Matcher row : rows()) {
      Matcher named = name.matcher(row.group(4));
      while (named.find()) {
        seen++;
        String one = named.group(1) == null ? named.group(2) : named.group(1);
        if (!classes.contains(one) && !one.equals("SecureRandom") && !one.startsWith("URL")) {
          missing.add(one);
        }
      }
    }
    assertTrue(seen > 80, "only " + seen);
    assertEquals(Set.of(), missing);
  }
}
