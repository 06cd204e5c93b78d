package org.kadam.signin;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The PINs that others try first: what studies of leaked six-digit PINs find at the top (Markert et
 * al., "This PIN can be easily guessed", 2020), as rules, so that the list stays short.
 */
final class GuessablePins {
  private static final List<Predicate<String>> RULES =
      List.of(
          // 111111, 123456, 987654, 024680: the same step from each digit to the next
          GuessablePins::goesInSteps,
          // 121212, 123123
          pattern("(..)\\1\\1"),
          pattern("(...)\\1"),
          // 112233, 111222
          pattern("(.)\\1(.)\\2(.)\\3"),
          pattern("(.)\\1\\1(.)\\2\\2"),
          // 123321
          pattern("(.)(.)(.)\\3\\2\\1"),
          // 100000, 000007
          pattern("(.)\\1{4}.|.(.)\\2{4}"));

  /** Ways over the number pad and famous numbers, which no rule catches. */
  private static final Set<String> KNOWN =
      Set.of(
          "010203", "102030", "112358", "123457", "123654", "123789", "141592", "142536", "147258",
          "147369", "147852", "147963", "159263", "159357", "159753", "213141", "246810", "258147",
          "258369", "258456", "314159", "321456", "321654", "357159", "369147", "369258", "369852",
          "456123", "456321", "456654", "456852", "654123", "741852", "741963", "753159", "753951",
          "789123", "789321", "789456", "789654", "852456", "852963", "951357", "951753", "963741",
          "963852", "987123", "987456");

  private GuessablePins() {}

  static boolean contains(String pin) {
    return KNOWN.contains(pin) || RULES.stream().anyMatch(rule -> rule.test(pin));
  }

  private static boolean goesInSteps(String pin) {
    return IntStream.range(1, pin.length())
            .map(i -> Math.floorMod(pin.charAt(i) - pin.charAt(i - 1), 10))
            .distinct()
            .count()
        == 1;
  }

  private static Predicate<String> pattern(String regex) {
    return Pattern.compile(regex).asMatchPredicate();
  }
}
