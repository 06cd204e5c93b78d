package org.kadam.signin;

/** Digits as they are typed: a Hindi keyboard gives ०-९, a Lao one ໐-໙, and all mean the same. */
final class Digits {
  private Digits() {}

  /** The text with every decimal digit of every script as 0-9; all else stays. */
  static String western(String typed) {
    StringBuilder western = new StringBuilder(typed.length());
    typed
        .codePoints()
        .forEach(
            point -> {
              int value = Character.isDigit(point) ? Character.digit(point, 10) : -1;
              if (value < 0) {
                western.appendCodePoint(point);
              } else {
                western.append((char) ('0' + value));
              }
            });
    return western.toString();
  }
}
