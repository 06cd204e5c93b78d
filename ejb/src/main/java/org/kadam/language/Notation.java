package org.kadam.language;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;

/**
 * How numbers, dates and lists are written for a reader: in India in groups of lakhs (12,34,567),
 * in Laos with points (1.234.567), with the digits 0 to 9 everywhere, as on the screens. By CLDR.
 */
public final class Notation {

  private final ULocale locale;

  private Notation(ULocale locale) {
    this.locale = locale;
  }

  /**
   * @param country two letters, such as {@code IN}
   */
  public static Notation of(Language language, String country) {
    return new Notation(ULocale.forLanguageTag(language.tag() + "-" + country + "-u-nu-latn"));
  }

  /** A whole number in its groups. */
  public String whole(long number) {
    NumberFormat format = NumberFormat.getIntegerInstance(locale);
    format.setGroupingUsed(true);
    return format.format(number);
  }

  /** A day with its month in words, such as 22 नवंबर 2026. */
  public String day(LocalDate day) {
    SimpleDateFormat format = new SimpleDateFormat("d MMMM y", locale);
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  /** A day and an hour where somebody is, such as 22 नवंबर 2026, 14:30. */
  public String moment(ZonedDateTime moment) {
    SimpleDateFormat format = new SimpleDateFormat("d MMMM y, HH:mm", locale);
    format.setTimeZone(TimeZone.getTimeZone(moment.getZone().getId()));
    return format.format(Date.from(moment.toInstant()));
  }

  /** Several things in one sentence: A, B and C. */
  public String list(Collection<String> things) {
    return ListFormatter.getInstance(locale).format(things);
  }

  /** The order of the dictionary. */
  public Comparator<String> order() {
    Collator collator = Collator.getInstance(locale);
    return collator::compare;
  }
}
