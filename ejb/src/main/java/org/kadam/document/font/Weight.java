package org.kadam.document.font;

/** How heavy letters are. There are two, as on the phones. */
public enum Weight {
  REGULAR,
  BOLD
}
