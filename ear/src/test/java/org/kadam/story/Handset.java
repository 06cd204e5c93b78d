package org.kadam.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Proxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.kadam.it.Kadam;
import org.kadam.it.SlowProxy;

/**
 * Somebody's phone, as new from the shop, or an officer's computer: a browser of its own, all of
 * whose requests, its service worker's too, go through a network of its own.
 */
final class Handset implements AutoCloseable {

  private static final Map<String, String> LOCALES =
      Map.of("hi", "hi-IN", "lo", "lo-LA", "en", "en-IN");

  private final SlowProxy network;
  private final BrowserContext context;
  private final String language;
  private Page page;
  private int slower = 1;

  private Handset(String language, Function<Proxy, BrowserContext> browser) {
    this.language = language;
    try {
      network = new SlowProxy();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    context = browser.apply(new Proxy(network.address()).setBypass("<-loopback>"));
    context.setDefaultTimeout(Chromium.PATIENCE);
    page = context.newPage();
  }

  private Handset(String language, int width, int height, boolean touch) {
    this(
        language,
        proxy ->
            Chromium.browser()
                .newContext(
                    new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setHasTouch(touch)
                        .setIsMobile(touch)
                        .setLocale(LOCALES.get(language))
                        .setAcceptDownloads(true)
                        .setProxy(proxy)));
  }

  /** A small cheap phone, set to a language. */
  static Handset phone(String language) {
    return new Handset(language, 360, 800, true);
  }

  /** A small cheap phone that keeps what it knows in a folder; its browser can be killed. */
  static Handset phone(String language, Path folder) {
    return new Handset(
        language,
        proxy ->
            Chromium.keeping(
                folder,
                new BrowserType.LaunchPersistentContextOptions()
                    .setViewportSize(360, 800)
                    .setHasTouch(true)
                    .setIsMobile(true)
                    .setLocale(LOCALES.get(language))
                    .setProxy(proxy)));
  }

  /** A computer in an office. */
  static Handset computer(String language) {
    return new Handset(language, 1280, 800, false);
  }

  SlowProxy network() {
    return network;
  }

  Page page() {
    return page;
  }

  /** Another of the phone's pages is looked at from now on; a new one if it is {@code null}. */
  void look(Page other) {
    page = other == null ? another() : other;
  }

  /** From now on its processor needs so many times as long for whatever a page does. */
  void slower(int times) {
    slower = times;
    slow(page);
  }

  private Page another() {
    Page other = context.newPage();
    slow(other);
    return other;
  }

  private void slow(Page its) {
    if (slower > 1) {
      JsonObject how = new JsonObject();
      how.addProperty("rate", slower);
      context.newCDPSession(its).send("Emulation.setCPUThrottlingRate", how);
    }
  }

  BrowserContext context() {
    return context;
  }

  Locator at(String selector) {
    return page.locator(selector);
  }

  /** The signal goes, or comes back. */
  void signal(boolean there) {
    network.cut(!there);
    context.setOffline(!there);
  }

  /** A cookie by its name; null if there is none. */
  Cookie cookie(String name) {
    return context.cookies().stream().filter(c -> c.name.equals(name)).findFirst().orElse(null);
  }

  /** One of the sessions has come to its end, by the name of its cookie. */
  void forgetSession(String cookie) {
    context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(cookie));
  }

  /** The server's session has come to its end; the phone does not know yet. */
  void forgetSession() {
    context.clearCookies();
  }

  /** Opens the app at its front door. */
  Handset open() {
    page.navigate(Kadam.app() + "/");
    return this;
  }

  /** Closes the app and opens it again. */
  void openAgain() {
    Page old = page;
    page = another();
    open();
    old.close();
  }

  /** From the welcome page through the sign-in page to Today. */
  Handset signIn(String code) {
    askToSignIn();
    giveNameAndPin(code, Kadam.PIN);
    assertThat(at("nav.tabs")).isVisible();
    return this;
  }

  void askToSignIn() {
    askToSignIn("own");
  }

  /** By one of the two doors: her own phone, or one that several share. */
  void askToSignIn(String phone) {
    at("a.btn[href^='/sign-in/" + phone + "']").click();
    at("#username").waitFor();
  }

  /** Types a PIN where the app itself asks for one: for a new store of hers, or to open it. */
  void openHers(String pin) {
    at("#pin").fill(pin);
    at("form .btn").click();
  }

  /** At Keycloak, and then once more in the app, where it locks her things. */
  void giveNameAndPin(String code, String pin) {
    giveAtKeycloak(code, pin);
    openHers(Kadam.PIN);
  }

  /** A worker who has only a first PIN chooses her own, as everybody does the first time. */
  void giveAtKeycloak(String code, String pin) {
    at("#username").fill(code);
    at("#password").fill(pin);
    at("button").click();
    page.waitForURL(Pattern.compile(Pattern.quote(Kadam.app()) + "/(#.*)?|.*/login-actions/.*"));
    if (page.url().startsWith(Kadam.app())) {
      return;
    }
    if (at("#n").count() == 0) {
      giveFirstPin(code);
    }
    at("#n").fill(Kadam.PIN);
    at("#c").fill(Kadam.PIN);
    at("button").first().click();
    page.waitForURL(Kadam.app() + "/");
  }

  private void giveFirstPin(String code) {
    at("#username").fill(code);
    at("#password").fill("135790");
    at("button").click();
    at("#n").waitFor();
  }

  /** Goes to one of the app's own addresses, as a link would. */
  void go(String address) {
    page.evaluate("to => { location.hash = to }", address);
  }

  /** What was done here and is not yet received, as the phone keeps it: sealed. */
  @SuppressWarnings("unchecked")
  List<Map<String, Object>> deeds() {
    return (List<Map<String, Object>>)
        page.evaluate(
            "() => new Promise((ok, no) => {"
                + " const opened = indexedDB.open('kadam');"
                + " opened.onerror = () => no(opened.error);"
                + " opened.onsuccess = () => {"
                + "  const all = opened.result.transaction('deeds').objectStore('deeds').getAll();"
                + "  all.onsuccess = () => { opened.result.close(); ok(all.result) } } })");
  }

  /** Keeps a picture of the screen, for whoever wants to look at the story. */
  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(pictures().resolve(name + "." + language + ".png")));
  }

  /** Where pictures and downloads go. */
  static Path pictures() {
    return Path.of(System.getProperty("root"), "ear/target/story");
  }

  @Override
  public void close() {
    context.close();
    try {
      network.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
