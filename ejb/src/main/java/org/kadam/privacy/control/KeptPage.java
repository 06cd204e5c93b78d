package org.kadam.privacy.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kadam.language.Language;
import org.kadam.language.Spelling;
import org.kadam.language.Texts;

/**
 * What is kept about somebody as a page that she can read and print: no script, no names of
 * columns, her own language. Long lists show their end; the copy has all.
 */
public final class KeptPage {

  private static final int SHOWN = 40;

  private final Language language;
  private final ZoneId zone;
  private final boolean laos;
  private final String officer;
  private final StringBuilder out = new StringBuilder(16_000);

  /**
   * @param zone of her place, in which days are told
   * @param laos whose authority she may turn to
   * @param officer who answers for the data, or null
   */
  public KeptPage(Language language, ZoneId zone, boolean laos, String officer) {
    this.language = language;
    this.zone = zone;
    this.laos = laos;
    this.officer = officer;
  }

  /** The page. */
  public String of(List<Holding.Kept> kept, Instant now) {
    String title = say("page.title");
    out.append("<!doctype html>\n<html lang=\"")
        .append(language.tag())
        .append("\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\">")
        .append("<title>")
        .append(title)
        .append("</title><link rel=\"stylesheet\" href=\"/kept.css\"></head><body><main><h1>")
        .append(title)
        .append("</h1>");
    paragraph(say("page.made", Map.of("day", day(now))));
    kept.forEach(this::section);
    heading("page.never.title");
    paragraph(say("page.never"));
    heading("page.rights.title");
    paragraph(say("page.rights"));
    if (officer != null) {
      paragraph(say("page.officer", Map.of("officer", officer)));
    }
    paragraph(say(laos ? "page.board.la" : "page.board.in"));
    return out.append("</main></body></html>\n").toString();
  }

  private void section(Holding.Kept kept) {
    Purpose purpose = Purposes.shipped().named(kept.purpose());
    out.append("<section>");
    heading("kept." + kept.what());
    out.append("<dl>");
    entry("page.why", escape(in(purpose.why())));
    entry("page.ground", escape(in(purpose.onGround())));
    entry("page.keeps", escape(in(purpose.keeps())));
    entry("page.source", say("source." + kept.source()));
    out.append("</dl>");
    List<JsonObject> records = kept.records();
    if (records.isEmpty()) {
      paragraph(say("page.none"));
    } else {
      List<JsonObject> last = records.subList(Math.max(0, records.size() - SHOWN), records.size());
      if (last.size() < records.size()) {
        paragraph(say("page.more", Map.of("shown", last.size(), "all", records.size())));
      }
      table(say("kept." + kept.what()), last);
    }
    out.append("</section>");
  }

  private void table(String caption, List<JsonObject> records) {
    Set<String> fields =
        records.stream()
            .flatMap(record -> record.keySet().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    out.append("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"")
        .append(caption)
        .append("\"><table><thead><tr>");
    for (String field : fields) {
      out.append("<th scope=\"col\">").append(say("field." + field)).append("</th>");
    }
    out.append("</tr></thead><tbody>");
    for (JsonObject record : records) {
      out.append("<tr>");
      for (String field : fields) {
        out.append("<td>").append(value(field, record.get(field))).append("</td>");
      }
      out.append("</tr>");
    }
    out.append("</tbody></table></div>");
  }

  private String value(String field, JsonValue value) {
    if (value == null || value == JsonValue.NULL) {
      return "";
    }
    if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return say(value == JsonValue.TRUE ? "page.yes" : "page.no");
    }
    String text = value instanceof JsonString string ? string.getString() : value.toString();
    if (Purposes.words().has(field + "." + text)) {
      return say(field + "." + text);
    }
    if (field.equals("purpose") && Purposes.words().has("purpose." + text + ".what")) {
      return say("purpose." + text + ".what");
    }
    return escape(date(text));
  }

  /** A time is told as the day it was at her place. */
  private String date(String text) {
    if (text.length() < 20 || text.charAt(10) != 'T' || !text.endsWith("Z")) {
      return text;
    }
    try {
      return LocalDate.ofInstant(Instant.parse(text), zone).toString();
    } catch (DateTimeException e) {
      return text;
    }
  }

  private String day(Instant now) {
    return LocalDate.ofInstant(now, zone).toString();
  }

  private void heading(String key) {
    out.append("<h2>").append(say(key)).append("</h2>");
  }

  private void paragraph(String html) {
    out.append("<p>").append(html).append("</p>");
  }

  private void entry(String key, String html) {
    out.append("<dt>").append(say(key)).append("</dt><dd>").append(html).append("</dd>");
  }

  private String say(String key) {
    return say(key, Map.of());
  }

  private String say(String key, Map<String, Object> values) {
    String text = in(Purposes.words().text(key));
    for (var value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue().toString());
    }
    return escape(text);
  }

  private String in(Texts texts) {
    String text = texts.in(language);
    return language == Language.LO ? Spelling.of(Language.LO, text) : text;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
