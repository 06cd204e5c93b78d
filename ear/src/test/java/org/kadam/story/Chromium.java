package org.kadam.story;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The one browser of all tests that need one, from the machine's own Chromium: the first of the
 * usual names on the path, or the system property {@code chromium}.
 */
public final class Chromium implements BeforeAllCallback {

  /** A loaded machine and a slow network: what has not come after this is not coming. */
  static final double PATIENCE = 60_000;

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

  /** Nothing of the browser's own goes over the counted network; the machine has no graphics. */
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static Open open;

  private record Open(Playwright playwright, Browser browser) implements AutoCloseable {
    @Override
    public void close() {
      browser.close();
      playwright.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    open =
        context
            .getRoot()
            .getStore(Namespace.create(Chromium.class))
            .getOrComputeIfAbsent("browser", key -> start(), Open.class);
  }

  static Browser browser() {
    return open.browser();
  }

  /** A browser of its own, which keeps what it knows in a folder. */
  static BrowserContext keeping(Path folder, BrowserType.LaunchPersistentContextOptions options) {
    return open.playwright
        .chromium()
        .launchPersistentContext(folder, options.setExecutablePath(program()).setArgs(FLAGS));
  }

  private static Open start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Open(
        playwright,
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(program()).setArgs(FLAGS)));
  }

  private static Path program() {
    String told = System.getProperty("chromium");
    if (told != null) {
      return Path.of(told);
    }
    return NAMES.stream()
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No Chromium on the path; install it (Debian: apt-get install chromium) or"
                        + " name it with -Dchromium=/path/to/it"));
  }
}
