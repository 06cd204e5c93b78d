package org.kadam.course.control;

import java.io.StringReader;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Checks that a picture is a plain drawing: an SVG of known elements, without scripts, event
 * handlers, style sheets, foreign content or anything fetched from elsewhere, at most 24 KB.
 */
public final class Picture {

  static final int LARGEST = 24_000;

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final Set<String> ELEMENTS =
      Set.of(
          ("svg g path rect circle ellipse line polyline polygon text tspan title desc defs use"
                  + " symbol linearGradient radialGradient stop clipPath mask pattern marker")
              .split(" "));
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?i)javascript:|data:|https?:|//|@import|expression|url\\(\\s*[\"']?[^#\"']");

  private Picture() {}

  /** Reports what is wrong with an SVG. */
  public static void check(String svg, Faults.Spot spot) {
    spot.faultIf(svg.length() > LARGEST, "large", "The picture is larger than 24 KB");
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(svg));
      boolean first = true;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            String name = reader.getLocalName();
            Faults.Spot here = line(reader.getLocation(), spot);
            here.faultIf(first && !name.equals("svg"), "svg", "The picture is not an SVG");
            first = false;
            element(reader, name, here);
          }
          case XMLStreamConstants.DTD ->
              line(reader.getLocation(), spot).fault("svg", "A document type is not allowed");
          case XMLStreamConstants.PROCESSING_INSTRUCTION ->
              line(reader.getLocation(), spot)
                  .fault("svg", "A processing instruction is not allowed");
          default -> {
            // text and comments do nothing
          }
        }
      }
    } catch (XMLStreamException e) {
      line(e.getLocation(), spot).fault("svg", "This is not well-formed XML");
    }
  }

  private static Faults.Spot line(Location location, Faults.Spot spot) {
    return spot.in("line " + location.getLineNumber());
  }

  private static void element(XMLStreamReader reader, String name, Faults.Spot spot) {
    spot.faultIf(
        !ELEMENTS.contains(name) || !SVG.equals(reader.getNamespaceURI()),
        "svg",
        "The element " + name + " is not allowed in a picture");
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String attribute = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
      String value = reader.getAttributeValue(i);
      spot.faultIf(
          attribute.startsWith("on"), "svg", "The event handler " + attribute + " is not allowed");
      spot.faultIf(attribute.equals("style"), "svg", "Use attributes instead of a style");
      spot.faultIf(
          attribute.equals("href") && !value.startsWith("#"),
          "svg",
          "A link to something outside the picture is not allowed");
      spot.faultIf(
          ELSEWHERE.matcher(value).find(), "svg", "Nothing may be fetched: " + name + attribute);
    }
  }
}
