package org.kadam.worker.control;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.kadam.language.Language;
import org.kadam.orgunit.entity.Department;
import org.kadam.orgunit.entity.Land;
import org.kadam.worker.entity.Cadre;
import org.kadam.worker.entity.Sex;

/** Somebody as a roster describes her; what the roster leaves empty is null. */
record WorkerRow(
    Row row,
    String code,
    String name,
    Sex sex,
    Integer birthYear,
    String phone,
    Language language,
    Cadre cadre,
    LocalDate roleStart,
    Boolean active,
    String unit,
    String device,
    String firstPin) {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
  private static final Set<String> DEVICES = Set.of("own", "shared", "basic", "none");
  private static final int YOUNGEST = 14;
  private static final int OLDEST = 100;
  private static final LocalDate EARLIEST_START = LocalDate.of(1950, 1, 1);

  static WorkerRow read(Row row, LocalDate today) {
    Language language = row.requiredChoice("language", WorkerRow::language);
    return new WorkerRow(
        row,
        row.requiredCode("worker_id"),
        row.requiredName("name", language),
        row.choice("sex", Sex::of),
        row.year("birth_year", today.getYear() - OLDEST, today.getYear() - YOUNGEST),
        phone(row),
        language,
        row.requiredChoice("cadre", Cadre::of),
        row.date("role_start", EARLIEST_START, today.plusYears(1)),
        row.requiredChoice("active", WorkerRow::yesOrNo),
        row.requiredCode("unit_code"),
        row.choice("device", device -> Optional.of(device).filter(DEVICES::contains)),
        row.matching("first_pin", SIX_DIGITS, Fault.PIN));
  }

  /** As it stands, or a number of the country that the whole file is said to be from. */
  private static String phone(Row row) {
    String number = row.text("phone_e164");
    String country = row.text(Columns.PHONE_COUNTRY);
    if (number == null || number.startsWith("+") || country == null) {
      return row.matching("phone_e164", E164, Fault.PHONE);
    }
    String whole = country + number.replaceAll("[ ()./-]", "").replaceFirst("^0+", "");
    if (!E164.matcher(whole).matches()) {
      row.fault("phone_e164", Fault.PHONE);
      return null;
    }
    return whole;
  }

  private static Optional<Language> language(String tag) {
    return Language.of(tag).filter(language -> language.tag().equals(tag));
  }

  private static Optional<Boolean> yesOrNo(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Tells whether she can work there: the place is known, her cadre exists there. */
  void check(Place place) {
    if (unit == null) {
      return;
    }
    if (place == null) {
      row.fault("unit_code", Fault.UNKNOWN);
      return;
    }
    if (cadre == null) {
      return;
    }
    if (cadre.land().filter(land -> land != place.land()).isPresent()) {
      row.fault("cadre", Fault.LAND);
    }
    if (place.department() != null
        && cadre.department().filter(own -> own != place.department()).isPresent()) {
      row.fault("unit_code", Fault.DEPARTMENT);
    }
  }

  /** What matters of a place to who works there; the department is null where every one does. */
  record Place(Land land, Department department) {}
}
