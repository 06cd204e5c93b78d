package org.kadam.worker.control;

import java.util.Locale;

/**
 * Everything that can be wrong with a roster, in one list. The kinds go over the wire and screens
 * have words for them; the reasons are for programs, and never hold what stood in the file.
 */
public enum Fault {
  ENCODING("These bytes are not UTF-8"),
  UTF_16("This file is UTF-16; save it again as CSV in UTF-8"),
  WORKBOOK("This is a workbook; save its sheet as CSV in UTF-8"),
  ENDLESS("This line does not end; the file is no table, or is cut off"),
  EMPTY("The file has no header row"),
  QUOTES("A quotation mark is not closed, or stands inside an unquoted cell"),
  HEADER("The header is that of no roster: units, workers or assignments"),
  MISSING_COLUMN("This column is missing"),
  UNKNOWN_COLUMN("A roster of this kind has no such column"),
  DOUBLE_COLUMN("This column is there twice"),
  TOO_MANY_ROWS("The file has more rows than one import takes; split it"),
  CELLS("The row has another number of cells than the header"),
  REQUIRED("This cell may not be empty"),
  TOO_LONG("This cell is too long"),
  FORMULA("This cell starts like a formula of a spreadsheet"),
  CHARACTER("This cell holds a control character, or one that is no letter of any script"),
  OLD_HINDI_FONT(
      "This looks like Hindi typed for an old font (Kruti Dev, DevLys, Chanakya); convert the"
          + " column to Unicode and send the file again"),
  OLD_LAO_FONT(
      "This looks like Lao typed for an old font (Saysettha, Alice); convert the column to Unicode"
          + " and send the file again"),
  THAI_LETTERS(
      "These are Thai letters where Lao is meant; convert the column to Lao in Unicode and send the"
          + " file again"),
  CODE("An id has 1 to 32 letters A to Z, digits and hyphens, and starts with a letter or digit"),
  DUPLICATE("The same stands in an earlier row"),
  OUTSIDE("This lies outside of the places that you answer for"),
  UNKNOWN("There is no such place or person, here or in the file"),
  CHOICE("This is none of the values that this column knows"),
  PARENT("A country has no parent, and everything else has one"),
  CYCLE("The place would lie inside itself"),
  LEVEL("A place must be narrower than its parent"),
  LAND("This country is not known, or has no such cadre"),
  DEPARTMENT("This place belongs to another department"),
  ZONE("This is not a time zone such as Asia/Kolkata"),
  DATE("This is not a day such as 2019-04-01, or not a plausible one"),
  YEAR("This is not a plausible year of birth"),
  PHONE("This is not a phone number such as +911234567890"),
  PIN("A first PIN has six digits");

  private final String reason;

  Fault(String reason) {
    this.reason = reason;
  }

  /** As the API spells it: {@code missing-column}. */
  public String kind() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String reason() {
    return reason;
  }
}
