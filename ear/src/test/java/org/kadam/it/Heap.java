package org.kadam.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server holds in memory once it has let go of what it does not need. */
public final class Heap {

  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private Heap() {}

  /** Kilobytes in use after a collection. */
  public static long kilobytes() {
    long server = Kadam.serverProcess();
    jcmd(server, "GC.run");
    Matcher used = USED.matcher(jcmd(server, "GC.heap_info"));
    if (!used.find()) {
      throw new IllegalStateException("No figure from the server's Java");
    }
    return Long.parseLong(used.group(1));
  }

  private static String jcmd(long process, String command) {
    try {
      Process asked =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  "" + process,
                  command)
              .redirectErrorStream(true)
              .start();
      return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
