package org.kadam.signin;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number as people write it, made into the one way it is stored: E.164, a plus sign, the
 * country and the number, for example {@code +919812345678} or {@code +8562055512345}.
 *
 * <p>Written without a country, ten digits that begin with 6 to 9 are an Indian mobile, and 20 with
 * eight more (or those eight alone) a Lao one; a single 0 before either is dropped. Numbering plans
 * of India (TRAI, 2003, and later series) and of Laos (ITU-T operational bulletin on +856).
 */
final class PhoneNumber {
  private static final Pattern ORNAMENT = Pattern.compile("[\\s\\u00a0\\u200b-\\u200f().\\-‐-―−]+");
  private static final Pattern INTERNATIONAL = Pattern.compile("[1-9][0-9]{7,14}");
  private static final Pattern INDIAN = Pattern.compile("0?([6-9][0-9]{9})");
  private static final Pattern LAO = Pattern.compile("(?:0?20)?([2-9][0-9]{7})");

  private PhoneNumber() {}

  /** The number in E.164, or nothing where this is no phone number that we know how to read. */
  static Optional<String> e164(String typed) {
    String bare = ORNAMENT.matcher(Digits.western(typed)).replaceAll("");
    if (bare.startsWith("+")) {
      return international(withoutTrunkZero(bare.substring(1)));
    }
    if (bare.startsWith("00")) {
      return international(withoutTrunkZero(bare.substring(2)));
    }
    var indian = INDIAN.matcher(bare);
    if (indian.matches()) {
      return Optional.of("+91" + indian.group(1));
    }
    var lao = LAO.matcher(bare);
    if (lao.matches()) {
      return Optional.of("+85620" + lao.group(1));
    }
    // The country without its plus: only the two whose lengths we know, lest an id become a number.
    if (bare.matches("91[6-9][0-9]{9}|85620[2-9][0-9]{7}")) {
      return Optional.of("+" + bare);
    }
    return Optional.empty();
  }

  /** +91 (0) 98… and +856 (0) 20…: the zero of a call at home does not belong after a country. */
  private static String withoutTrunkZero(String number) {
    return number.replaceFirst("^(91|856)0", "$1");
  }

  private static Optional<String> international(String number) {
    return INTERNATIONAL.matcher(number).matches() ? Optional.of("+" + number) : Optional.empty();
  }
}
