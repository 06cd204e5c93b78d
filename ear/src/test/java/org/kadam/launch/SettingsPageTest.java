package org.kadam.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SettingsPageTest {

  private static final Path ROOT = Path.of(System.getProperty("root"));
  private static final Pattern EXPRESSION =
      Pattern.compile("\\$\\{env\\.(KADAM_[A-Z_]+)(?::([^}]*))?}");
  private static final Pattern PROPERTY =
      Pattern.compile(
          "name = \"(KADAM_[A-Z_]+)\"(?:,\\s*defaultValue\\s*=\\s*\"([^\"]*)\")?", Pattern.DOTALL);
  private static final Pattern ROW =
      Pattern.compile("^\\| `(KADAM_[A-Z_]+)` \\| (?:`([^`]*)`|none) \\|", Pattern.MULTILINE);

  @Test
  @DisplayName("docs/settings.md lists every setting that the server reads, with its default")
  void the_page_lists_what_the_server_reads() throws IOException {
    TreeMap<String, String> read = new TreeMap<>();
    add(read, EXPRESSION, ROOT.resolve("ear/src/main/server/configure.cli"));
    add(read, EXPRESSION, ROOT.resolve("web/src/main/webapp/WEB-INF/oidc.json"));
    for (String module : List.of("ejb", "web")) {
      try (Stream<Path> sources = Files.walk(ROOT.resolve(module + "/src/main/java"))) {
        for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
          add(read, PROPERTY, source);
        }
      }
    }
    TreeMap<String, String> listed = new TreeMap<>();
    add(listed, ROW, ROOT.resolve("docs/settings.md"));
    assertFalse(read.isEmpty());
    assertEquals(read, listed);
  }

  private static void add(TreeMap<String, String> all, Pattern pattern, Path file)
      throws IOException {
    Matcher found = pattern.matcher(Files.readString(file));
    while (found.find()) {
      all.merge(
          found.group(1),
          found.group(2) == null ? "none" : found.group(2),
          (one, other) -> one.equals("none") ? other : one);
    }
  }
}
