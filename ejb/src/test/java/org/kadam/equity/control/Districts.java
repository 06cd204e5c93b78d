package org.kadam.equity.control;

import static org.kadam.equity.control.Censuses.group;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kadam.equity.entity.Breakdown;
import org.kadam.equity.entity.Census;
import org.kadam.equity.entity.Dimension;
import org.kadam.equity.entity.Group;
import org.kadam.equity.entity.Measure;
import org.kadam.equity.entity.Subject;
import org.kadam.orgunit.entity.Department;
import org.kadam.orgunit.entity.Jurisdiction;
import org.kadam.orgunit.entity.Level;
import org.kadam.orgunit.entity.OrgUnit;

/** Two invented districts to report on. */
final class Districts {

  private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
  private static final ZoneId LAOS = ZoneId.of("Asia/Vientiane");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  /** Name, workers, then a count for each measure. */
  private static final Object[][] BLOCKS = {
    {"AUR", "Aurai", "औराई", 60, 58, 52, 18, 30, 12},
    {"BDR", "Bandra", "बंदरा", 60, 31, 9, 5, 11, 0},
    {"BCH", "Bochahan", "बोचहाँ", 60, 55, 44, 29, 40, 8},
    {"GGT", "Gaighat", "गायघाट", 60, 50, 37, 23, 33, 7},
    {"KNT", "Kanti", "कांटी", 60, 60, 55, 39, 50, 3},
    {"KTR", "Katra", "कटरा", 60, 52, 48, 15, 25, 14},
    {"KRH", "Kurhani", "कुढ़नी", 60, 60, 55, 38, 48, 9},
    {"MRW", "Marwan", "मड़वन", 60, 45, 33, 20, 28, 6},
    {"MNP", "Minapur", "मीनापुर", 60, 51, 41, 27, 36, 8},
    {"MTP", "Motipur", "मोतीपुर", 60, 53, 46, 30, 39, 7},
    {"MRL", "Muraul", "मुरौल", 60, 40, 14, 11, 15, 5},
    {"MSH", "Mushahari", "मुशहरी", 60, 60, 55, 39, 50, 6},
    {"PRO", "Paroo", "पारू", 60, 49, 39, 23, 30, 9},
    {"SBG", "Sahebganj", "साहेबगंज", 60, 44, 28, 17, 22, 5},
    {"SKR", "Sakra", "सकरा", 60, 41, 24, 13, 19, 5},
    {"SRY", "Saraiya", "सरैया", 60, 46, 36, 24, 31, 8}
  };

  private static final Object[][] DISTRICTS = {
    {"HXY", "Houayxay", "ຫ້ວຍຊາຍ", 60, 52, 40, 24, 30, 7},
    {"TPG", "Tonpheung", "ຕົ້ນເຜິ້ງ", 60, 47, 33, 19, 26, 6},
    {"MNG", "Meung", "ເມິງ", 60, 40, 21, 11, 15, 5},
    {"PUD", "Pha Oudom", "ຜາອຸດົມ", 60, 44, 30, 16, 20, 8},
    {"PTH", "Pak Tha", "ປາກທາ", 60, 41, 25, 14, 18, 0}
  };

  private Districts() {}

  /** The health workers of Muzaffarpur. */
  static Report muzaffarpur() {
    OrgUnit india = unit(null, "IN", Level.COUNTRY, "India", "भारत", null, INDIA);
    OrgUnit bihar = unit(india, "IN-BR", Level.STATE, "Bihar", "बिहार", null, INDIA);
    OrgUnit district =
        unit(bihar, "IN-BR-MZF", Level.DISTRICT, "Muzaffarpur", "मुज़फ़्फ़रपुर", null, INDIA);
    return report(district, Level.BLOCK, Dimension.BLOCK, BLOCKS, "asha", "anm", Department.HEALTH);
  }

  /** All workers of Bokeo. */
  static Report bokeo() {
    OrgUnit laos = unit(null, "LA", Level.COUNTRY, "Laos", null, "ລາວ", LAOS);
    OrgUnit province = unit(laos, "LA-BK", Level.PROVINCE, "Bokeo", null, "ບໍ່ແກ້ວ", LAOS);
    return report(province, Level.DISTRICT, Dimension.DISTRICT, DISTRICTS, "vhv", "nurse", null);
  }

  private static Report report(
      OrgUnit place,
      Level level,
      Dimension dimension,
      Object[][] rows,
      String cadre,
      String otherCadre,
      Department department) {
    List<Group> groups = new ArrayList<>();
    Map<String, OrgUnit> places = new HashMap<>();
    boolean lao = dimension == Dimension.DISTRICT;
    for (Object[] row : rows) {
      String name = (String) row[2];
      String code = place.code() + "-" + row[0];
      places.put(
          code,
          unit(
              place,
              code,
              level,
              (String) row[1],
              lao ? null : name,
              lao ? name : null,
              place.timeZone()));
      int[] counts = new int[Measure.values().length];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = (int) row[4 + i];
      }
      groups.add(group(code, (int) row[3], counts));
    }
    Group all = Censuses.of(groups.toArray(new Group[0])).all();
    Census census =
        new Census(
            all,
            List.of(
                new Breakdown(dimension, groups),
                new Breakdown(Dimension.CADRE, split(all, cadre, otherCadre)),
                new Breakdown(Dimension.AGE, split(all, "18-29", "30-39", "40-49", "50+"))));
    Subject subject = new Subject(place, department, new Jurisdiction(List.of()));
    return Telling.of(subject, census, new Labels(place, places), TODAY);
  }

  /** All workers in groups of which each is about twice as large as the next. */
  private static List<Group> split(Group all, String... codes) {
    List<Group> groups = new ArrayList<>();
    int workers = all.workers();
    int[] left = new int[Measure.values().length];
    for (Measure measure : Measure.values()) {
      left[measure.ordinal()] = all.count(measure);
    }
    for (int i = 0; i < codes.length; i++) {
      boolean last = i == codes.length - 1;
      int size = last ? workers : workers / 2;
      int[] counts = new int[left.length];
      for (int m = 0; m < left.length; m++) {
        counts[m] = last ? left[m] : left[m] / 2;
        left[m] -= counts[m];
      }
      workers -= size;
      groups.add(group(codes[i], size, counts));
    }
    return groups;
  }

  private static OrgUnit unit(
      OrgUnit parent, String code, Level level, String en, String hi, String lo, ZoneId zone) {
    return new OrgUnit(parent, new OrgUnit.Description(code, level, null, en, hi, lo, zone));
  }
}
