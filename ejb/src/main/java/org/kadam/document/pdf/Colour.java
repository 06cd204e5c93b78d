package org.kadam.document.pdf;

/** A colour of the house in sRGB, each part from 0 to 255; the names are those of the screens. */
public record Colour(int red, int green, int blue) {

  public static final Colour INK = new Colour(0x1b, 0x1f, 0x23);
  public static final Colour SOFT = new Colour(0x47, 0x4d, 0x52);
  public static final Colour HAIR = new Colour(0xe4, 0xd9, 0xc6);
  public static final Colour TEAL = new Colour(0x0b, 0x53, 0x55);
  public static final Colour SHADE = new Colour(0xa9, 0xd3, 0xce);
  public static final Colour MARIGOLD = new Colour(0xf2, 0xa9, 0x00);
  public static final Colour BLACK = new Colour(0, 0, 0);
  public static final Colour WHITE = new Colour(0xff, 0xff, 0xff);
  public static final Colour PAPER = new Colour(0xff, 0xff, 0xff);
}
