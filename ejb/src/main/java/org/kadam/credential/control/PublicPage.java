package org.kadam.credential.control;

import java.util.List;
import java.util.Map;
import org.kadam.language.Language;
import org.kadam.language.Spelling;
import org.kadam.language.Words;

/**
 * The page on which anybody can check a certificate: what stands on the paper, in every language,
 * and nothing more. No script, no link, nothing that tells where it was looked at from.
 */
public final class PublicPage {

  private static final List<Language> ORDER = List.of(Language.HI, Language.LO, Language.EN);

  private PublicPage() {}

  /** What a certificate says. */
  public static String of(Said said) {
    StringBuilder out = begun();
    for (Language language : ORDER) {
      out.append("<section class=\"paper\" lang=\"").append(language.tag()).append("\"><h2>");
      out.append(say(language, "certificate.title")).append("</h2>");
      paragraph(out, "<b class=\"large\">" + escape(said.name()) + "</b>");
      paragraph(out, say(language, "certificate.says"));
      paragraph(out, "<b>" + escape(spelled(language, said.course().in(language))) + "</b>");
      paragraph(out, escape(spelled(language, said.day(language))));
      paragraph(out, say(language, "certificate.not"));
      out.append("</section>");
    }
    return ended(out);
  }

  /** There is none, or none any more: the two are told alike. */
  public static String ofNone() {
    StringBuilder out = begun();
    for (Language language : ORDER) {
      out.append("<section lang=\"").append(language.tag()).append("\"><h2>");
      out.append(say(language, "certificate.none")).append("</h2>");
      paragraph(out, say(language, "certificate.none.next"));
      out.append("</section>");
    }
    return ended(out);
  }

  private static StringBuilder begun() {
    return new StringBuilder(4_000)
        .append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\">")
        .append("<meta name=\"robots\" content=\"noindex\"><title>Kadam</title>")
        .append("<link rel=\"stylesheet\" href=\"/kept.css\"></head><body><main><h1>Kadam</h1>");
  }

  private static String ended(StringBuilder out) {
    return out.append("</main></body></html>\n").toString();
  }

  private static void paragraph(StringBuilder out, String html) {
    out.append("<p>").append(html).append("</p>");
  }

  private static String say(Language language, String key) {
    return escape(spelled(language, Words.shipped().say(language, key, Map.of())));
  }

  private static String spelled(Language language, String text) {
    return Spelling.of(language, text);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
