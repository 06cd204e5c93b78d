package org.kadam.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * One spelling for each JSON value, so that equal content has equal bytes and one name: keys sorted
 * by UTF-16 units, no white space, shortest escapes, as in RFC 8785. Narrower than that in one
 * point: a number must be an integer of at most 15 digits, because only those are spelled alike
 * everywhere.
 */
public final class CanonicalJson {

  private static final long LARGEST = 999_999_999_999_999L;

  private CanonicalJson() {}

  /**
   * The canonical text of a value.
   *
   * @throws IllegalArgumentException for a number that is not an integer of at most 15 digits
   */
  public static String text(JsonValue value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  /** The canonical UTF-8 bytes of a value. */
  public static byte[] bytes(JsonValue value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  /** SHA-256 of bytes, as 64 lower-case hexadecimal digits: the name of published content. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(JsonValue value, StringBuilder out) {
    switch (value.getValueType()) {
      case OBJECT -> object(value.asJsonObject(), out);
      case ARRAY -> array(value.asJsonArray(), out);
      case STRING -> string(((JsonString) value).getString(), out);
      case NUMBER -> out.append(integer((JsonNumber) value));
      default -> out.append(value);
    }
  }

  private static void object(JsonObject object, StringBuilder out) {
    out.append('{');
    String comma = "";
    for (var entry : new TreeMap<>(object).entrySet()) {
      out.append(comma);
      string(entry.getKey(), out);
      out.append(':');
      write(entry.getValue(), out);
      comma = ",";
    }
    out.append('}');
  }

  private static void array(JsonArray array, StringBuilder out) {
    out.append('[');
    String comma = "";
    for (JsonValue value : array) {
      out.append(comma);
      write(value, out);
      comma = ",";
    }
    out.append(']');
  }

  private static long integer(JsonNumber number) {
    long value;
    try {
      value = number.longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("Only whole numbers have one spelling", e);
    }
    if (Math.abs(value) > LARGEST) {
      throw new IllegalArgumentException("A number has more than 15 digits");
    }
    return value;
  }

  private static void string(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
