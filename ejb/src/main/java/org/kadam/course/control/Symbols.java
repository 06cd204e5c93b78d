package org.kadam.course.control;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drawings that many pictures share. A picture says {@code <use href="asha" x="120" y="200"/>}, or
 * a {@code transform} with or without x and y; publishing puts the symbol's own drawing there, so
 * that a published picture needs nothing beside itself. The rest of the picture stays as it is, and
 * so do its lines.
 */
final class Symbols {

  private static final Pattern USE =
      Pattern.compile("<use\\b([^<>]*?)(?:/>|>\\s*</use\\s*>)", Pattern.DOTALL);
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([A-Za-z:-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,4}(\\.[0-9]{1,3})?");
  private static final Pattern ROOT =
      Pattern.compile("\\A.*?<svg\\b([^>]*[^/>])>(.*)</svg\\s*>\\s*\\z", Pattern.DOTALL);
  private static final Set<String> OF_A_USE = Set.of("href", "x", "y", "transform");
  private static final Set<String> OF_THE_ROOT = Set.of("xmlns", "viewBox", "width", "height");

  private Symbols() {}

  /** The file of a symbol. */
  static String file(String name) {
    return "course/symbols/" + name + ".svg";
  }

  /** The names of the symbols in a picture, sorted; safe to look up. */
  static Set<String> named(String svg) {
    Set<String> names = new TreeSet<>();
    each(svg, (attributes, at) -> names.add(attribute(attributes, "href", "")));
    names.removeIf(name -> !NAME.matcher(name).matches());
    return names;
  }

  /** Reports the uses in a picture that cannot be drawn. */
  static void check(String svg, Set<String> known, Faults.Spot spot) {
    each(
        svg,
        (attributes, at) -> {
          Faults.Spot here = spot.in(line(svg, at));
          String name = attribute(attributes, "href", "");
          here.faultIf(!known.contains(name), "symbol", "There is no symbol " + name);
          Matcher each = ATTRIBUTE.matcher(attributes);
          while (each.find()) {
            here.faultIf(
                !OF_A_USE.contains(each.group(1)),
                "symbol",
                "A symbol takes only x, y and transform, not " + each.group(1));
          }
          for (String key : Set.of("x", "y")) {
            here.faultIf(
                !NUMBER.matcher(attribute(attributes, key, "0")).matches(),
                "symbol",
                "The " + key + " of a symbol must be a number");
          }
        });
  }

  /** Reports what is wrong with a symbol itself. */
  static void checkOne(String svg, Faults.Spot spot) {
    Picture.check(svg, spot);
    Matcher root = ROOT.matcher(svg);
    if (spot.faultIf(!root.matches(), "symbol", "A symbol is one SVG with a drawing in it")) {
      return;
    }
    Matcher attribute = ATTRIBUTE.matcher(root.group(1));
    while (attribute.find()) {
      spot.in(line(svg, root.start(1)))
          .faultIf(
              !OF_THE_ROOT.contains(attribute.group(1)),
              "symbol",
              "Only the drawing inside is used: put " + attribute.group(1) + " on a group");
    }
    Matcher id = Pattern.compile("\\sid\\s*=").matcher(svg);
    while (id.find()) {
      spot.in(line(svg, id.end()))
          .fault("symbol", "A symbol must not have an id: it may be drawn more than once");
    }
    Matcher use = Pattern.compile("<use\\b").matcher(svg);
    while (use.find()) {
      spot.in(line(svg, use.start())).fault("symbol", "A symbol must not use another");
    }
  }

  /**
   * The picture with each symbol drawn in its place.
   *
   * @param symbol a symbol's SVG by its name; empty where there is none
   */
  static String drawn(String svg, UnaryOperator<String> symbol) {
    Matcher use = USE.matcher(svg);
    StringBuilder drawn = new StringBuilder();
    while (use.find()) {
      String attributes = use.group(1);
      String name = attribute(attributes, "href", "#");
      String now =
          name.startsWith("#") ? use.group() : group(attributes, inside(symbol.apply(name)));
      use.appendReplacement(drawn, Matcher.quoteReplacement(now));
    }
    return use.appendTail(drawn).toString();
  }

  private static String group(String attributes, String inside) {
    String x = attribute(attributes, "x", "0");
    String y = attribute(attributes, "y", "0");
    String own = attribute(attributes, "transform", "").strip();
    boolean stays = x.equals("0") && y.equals("0") && !own.isEmpty();
    String moved = stays ? "" : "translate(" + x + " " + y + ")";
    String transform = (own + " " + moved).strip();
    return "<g transform=\"" + transform + "\">" + inside + "</g>";
  }

  /** What stands between the root's tags, on one line and without comments. */
  private static String inside(String svg) {
    Matcher root = ROOT.matcher(svg);
    return root.matches()
        ? root.group(2)
            .replaceAll("(?s)<!--.*?-->", "")
            .replaceAll(">\\s+<", "><")
            .replaceAll("\\s+", " ")
            .strip()
        : "";
  }

  private static void each(String svg, BiConsumer<String, Integer> then) {
    Matcher use = USE.matcher(svg);
    while (use.find()) {
      if (!attribute(use.group(1), "href", "#").startsWith("#")) {
        then.accept(use.group(1), use.start());
      }
    }
  }

  private static String attribute(String attributes, String name, String otherwise) {
    Matcher each = ATTRIBUTE.matcher(attributes);
    while (each.find()) {
      if (each.group(1).equals(name)) {
        return each.group(2) == null ? each.group(3) : each.group(2);
      }
    }
    return otherwise;
  }

  static String line(String svg, int at) {
    return "line " + (1 + svg.substring(0, at).chars().filter(c -> c == '\n').count());
  }
}
