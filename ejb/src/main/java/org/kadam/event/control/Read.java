package org.kadam.event.control;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads single values strictly: one spelling of each, or nothing. */
final class Read {

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern HASH_FORM = Pattern.compile("[0-9a-f]{64}");
  private static final int LONGEST_TIME = 40;

  private Read() {}

  static Optional<String> text(JsonValue value) {
    return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
  }

  /** A UUID in its usual spelling, lower case. */
  static Optional<UUID> uuid(JsonValue value) {
    return text(value).filter(t -> UUID_FORM.matcher(t).matches()).map(UUID::fromString);
  }

  /** An ISO 8601 time with its offset, of the years 1 to 9999, to the millisecond. */
  static Optional<Instant> time(JsonValue value) {
    return text(value).filter(t -> t.length() <= LONGEST_TIME).flatMap(Read::time);
  }

  private static Optional<Instant> time(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      return time.getYear() > 1 && time.getYear() < 9999
          ? Optional.of(time.toInstant().truncatedTo(ChronoUnit.MILLIS))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A whole number within bounds. */
  static OptionalLong whole(JsonValue value, long least, long most) {
    if (value instanceof JsonNumber number && number.bigDecimalValue().precision() <= 19) {
      try {
        long whole = number.longValueExact();
        if (whole >= least && whole <= most) {
          return OptionalLong.of(whole);
        }
      } catch (ArithmeticException e) {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.empty();
  }

  /** A SHA-256 in lower-case hexadecimal. */
  static Optional<String> hash(JsonValue value) {
    return text(value).filter(t -> HASH_FORM.matcher(t).matches());
  }
}
