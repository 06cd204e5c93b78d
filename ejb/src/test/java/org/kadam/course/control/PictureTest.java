package org.kadam.course.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

  private static List<Faults.Fault> faults(String inside) {
    return whole(
        "<svg xmlns=\"http://www.w3.org/2000/svg\""
            + " xmlns:xlink=\"http://www.w3.org/1999/xlink\">"
            + inside
            + "</svg>");
  }

  private static List<Faults.Fault> whole(String svg) {
    Faults faults = new Faults();
    Picture.check(svg, faults.at("x.svg", ""));
    return faults.found();
  }

  @Test
  void a_plain_drawing_passes() {
    assertEquals(
        List.of(),
        faults(
            "<defs><linearGradient id=\"a\"><stop offset=\"0\" stop-color=\"#fff\"/>"
                + "</linearGradient></defs><g fill=\"url(#a)\"><circle r=\"2\"/></g>"
                + "<use href=\"#a\"/><text x=\"1\">22:31</text>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>1</script>",
        "<SCRIPT>1</SCRIPT>",
        "<foreignObject><p/></foreignObject>",
        "<x:script xmlns:x='http://www.w3.org/2000/svg'/>",
        "<circle onload='x()'/>",
        "<circle ONLOAD='x()'/>",
        "<use href='https://example.org/a.svg#b'/>",
        "<use xlink:href='//example.org/a.svg#b'/>",
        "<image href='data:image/png;base64,AA'/>",
        "<a href='javascript:x()'/>",
        "<rect fill='url(https://example.org/#a)'/>",
        "<rect fill=\"url( 'other.svg#a')\"/>",
        "<style>*{}</style>",
        "<rect style='fill:red'/>",
        "<set attributeName='href' to='x'/>",
        "<animate attributeName='x'/>",
        "<p xmlns='http://www.w3.org/1999/xhtml'/>"
      })
  void what_is_more_than_a_drawing_is_refused(String inside) {
    assertFalse(faults(inside).isEmpty());
  }

  @Test
  void entities_and_instructions_are_refused_without_being_followed() {
    assertFalse(
        whole(
                "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
                    + "<svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>")
            .isEmpty());
    assertFalse(
        whole("<?xml-stylesheet href='x.css'?><svg xmlns='http://www.w3.org/2000/svg'/>")
            .isEmpty());
  }

  @Test
  void what_is_no_svg_is_refused() {
    assertFalse(whole("GIF89a").isEmpty());
    assertFalse(whole("<svg>").isEmpty());
    assertFalse(whole("").isEmpty());
  }

  @Test
  void a_large_picture_is_refused() {
    assertFalse(faults("<desc>" + "x".repeat(Picture.LARGEST) + "</desc>").isEmpty());
  }
}
