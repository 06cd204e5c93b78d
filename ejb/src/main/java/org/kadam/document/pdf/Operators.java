package org.kadam.document.pdf;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The content of a page as PDF's operators, in the order they are given. */
final class Operators {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

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
    long part = Math.abs(hundredths % 100);
    String whole = (hundredths < 0 ? "-" : "") + Math.abs(hundredths) / 100;
    if (part == 0) {
      return hundredths == 0 ? "0" : whole;
    }
    String decimals = part < 10 ? "0" + part : Long.toString(part);
    return whole + "." + (part % 10 == 0 ? decimals.substring(0, 1) : decimals);
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
    return HEX.toHexDigits((short) sixteenBits);
  }
}
