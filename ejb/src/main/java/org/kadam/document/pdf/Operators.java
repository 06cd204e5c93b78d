package org.kadam.document.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The content of a page as PDF's operators, in the order they are given. */
final class Operators {

  private final StringBuilder stream = new StringBuilder();

  /** One operator after its operands; numbers are rounded to hundredths. */
  Operators add(String operator, float... operands) {
    for (float operand : operands) {
      stream.append(number(operand)).append(' ');
    }
    stream.append(operator).append('\n');
    return this;
  }

  Operators raw(String operators) {
    stream.append(operators).append('\n');
    return this;
  }

  /** Sets the colour of what is filled next, text included. */
  Operators fill(Colour colour) {
    return colour("rg", colour);
  }

  /** Sets the colour of lines. */
  Operators stroke(Colour colour) {
    return colour("RG", colour);
  }

  private Operators colour(String operator, Colour colour) {
    return add(operator, colour.red() / 255f, colour.green() / 255f, colour.blue() / 255f);
  }

  byte[] bytes() {
    return stream.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** A number as short as it goes, with at most two decimals. */
  static String number(float value) {
    long hundredths = Math.round(value * 100d);
    if (hundredths % 100 == 0) {
      return Long.toString(hundredths / 100);
    }
    String text = String.format(Locale.ROOT, "%.2f", hundredths / 100d);
    return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
  }

  /** Text as a PDF string in UTF-16. */
  static String utf16(String text) {
    return "<FEFF" + hex(text) + ">";
  }

  static String hex(String text) {
    StringBuilder hex = new StringBuilder(text.length() * 4);
    for (int i = 0; i < text.length(); i++) {
      hex.append(hex(text.charAt(i)));
    }
    return hex.toString();
  }

  static String hex(int sixteenBits) {
    return String.format("%04X", sixteenBits);
  }
}
