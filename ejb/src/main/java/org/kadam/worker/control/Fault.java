package org.kadam.worker.control;

import java.util.Locale;

/**
 * Everything that can be wrong with a roster, in one list. The kinds go over the wire and screens
 * have words for them; the reasons are for programs, and never hold what stood in the file.
 */
public enum Fault {
  ENCODING("These bytes are not UTF-8"),
  EMPTY("The file has no header row"),
  QUOTES("A quotation mark is not closed, or stands inside an unquoted cell"),
  HEADER("The header is that of no roster: units, workers or assignments"),
  MISSING_COLUMN("This column is missing"),
  UNKNOWN_COLUMN("A roster of this kind has no such column"),
  DOUBLE_COLUMN("This column is there twice"),
  TOO_MANY_ROWS("The file has more than 20,000 rows; split it"),
  CELLS("The row has another number of cells than the header"),
  REQUIRED("This cell may not be empty"),
  TOO_LONG("This cell is too long"),
  FORMULA("This cell starts like a formula of a spreadsheet"),
  CHARACTER("This cell holds a control character, or one that is no letter of any script"),
  CODE("An id has 1 to 32 letters A to Z, digits and hyphens, and starts with a letter or digit"),
  DUPLICATE("The same stands in an earlier row"),
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
