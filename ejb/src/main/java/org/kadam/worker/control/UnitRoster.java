package org.kadam.worker.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.kadam.json.Jsons;
import org.kadam.orgunit.entity.Department;
import org.kadam.orgunit.entity.Jurisdiction;
import org.kadam.orgunit.entity.Level;
import org.kadam.orgunit.entity.OrgUnit;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.worker.entity.RosterRows;
import org.kadam.worker.entity.RosterRows.Action;
import org.kadam.worker.entity.RosterRows.Line;
import org.kadam.worker.entity.RosterRows.Settled;
import org.kadam.worker.entity.RosterUnits;

/** Rosters of places. A tree can only be checked as a whole, so these are held in memory. */
@ApplicationScoped
class UnitRoster implements RosterWork {

  private static final int AT_ONCE = 1_000;
  private static final List<String> COLUMNS =
      List.of("parent_code", "level", "department", "name_en", "name_hi", "name_lo", "time_zone");

  @Inject private OrgUnits units;
  @Inject private RosterRows rows;
  @Inject private RosterUnits places;

  @Override
  public Reading read(UUID roster, Faults faults, Instant now, IntConsumer progress) {
    return new UnitReading(
        faults,
        progress,
        units::byCodes,
        said -> {
          for (int at = 0; at < said.size(); at += AT_ONCE) {
            rows.add(roster, said.subList(at, Math.min(at + AT_ONCE, said.size())));
          }
        });
  }

  @Override
  public void compare(UUID roster, Jurisdiction answersFor, IntConsumer progress) {
    rows.unknown(roster);
    Map<String, ZoneId> zones = new HashMap<>();
    rows.each(
        roster,
        List.of(Action.ADDED),
        lines -> {
          Map<String, OrgUnit> known = around(lines);
          List<Settled> settled = new ArrayList<>();
          for (Line line : lines) {
            OrgUnit parent = known.get(parent(line));
            ZoneId zone =
                zones.getOrDefault(parent(line), parent == null ? null : parent.timeZone());
            JsonObject said = said(line.said(), zone);
            zones.put(line.code(), ZoneId.of(said.getString("time_zone")));
            settled.add(settled(line, said, known.get(line.code())));
          }
          rows.settle(roster, settled);
          progress.accept(lines.get(lines.size() - 1).n());
        });
  }

  private Map<String, OrgUnit> around(List<Line> lines) {
    Set<String> codes = lines.stream().map(Line::code).collect(Collectors.toSet());
    lines.stream().map(UnitRoster::parent).filter(Objects::nonNull).forEach(codes::add);
    Map<String, OrgUnit> around = new HashMap<>(units.byCodes(codes));
    Set<UUID> parents = new HashSet<>();
    around.values().forEach(unit -> unit.parentId().ifPresent(parents::add));
    if (!parents.isEmpty()) {
      units.byIds(parents).values().forEach(unit -> around.putIfAbsent(unit.code(), unit));
    }
    return around;
  }

  private Settled settled(Line line, JsonObject said, OrgUnit known) {
    if (known == null) {
      return new Settled(line.n(), said, null, List.of(), null);
    }
    JsonObject had = had(known);
    List<String> fields =
        COLUMNS.stream().filter(column -> !said.get(column).equals(had.get(column))).toList();
    return new Settled(line.n(), said, had, fields, known.id());
  }

  /** What a row says, with its parent's time zone where it names none. */
  private static JsonObject said(JsonObject said, ZoneId zone) {
    return said.isNull("time_zone")
        ? Jsons.JSON.createObjectBuilder(said).add("time_zone", zone.getId()).build()
        : said;
  }

  private JsonObject had(OrgUnit unit) {
    JsonObjectBuilder had = Jsons.JSON.createObjectBuilder();
    had.add(
        "parent_code",
        unit.parentId()
            .flatMap(units::find)
            .map(OrgUnit::code)
            .map(UnitReading::text)
            .orElse(JsonValue.NULL));
    had.add("level", unit.level().code());
    had.add("department", UnitReading.text(unit.department().map(Department::code).orElse(null)));
    had.add("name_en", unit.nameEn());
    had.add("name_hi", UnitReading.text(unit.nameHi().orElse(null)));
    had.add("name_lo", UnitReading.text(unit.nameLo().orElse(null)));
    had.add("time_zone", unit.timeZone().getId());
    return had.build();
  }

  private static String parent(Line line) {
    return line.said().getString("parent_code", null);
  }

  @Override
  public List<RosterRows.Outside> outside(UUID roster, Jurisdiction answersFor) {
    return places.outside(roster, answersFor);
  }

  @Override
  public void apply(UUID roster, Instant now, IntConsumer progress) {
    boolean[] moved = {false};
    List<Settled> added = new ArrayList<>();
    rows.each(
        roster,
        List.of(Action.ADDED, Action.CHANGED),
        lines -> {
          Map<String, OrgUnit> known = new HashMap<>(around(lines));
          for (Line line : lines) {
            OrgUnit parent = known.get(parent(line));
            OrgUnit unit = known.get(line.code());
            if (unit == null) {
              unit = new OrgUnit(parent, description(line));
              units.add(unit);
              known.put(line.code(), unit);
              added.add(new Settled(line.n(), line.said(), null, List.of(), unit.id()));
            } else {
              String path = unit.path();
              unit.describe(parent, description(line));
              moved[0] |= !unit.path().equals(path);
            }
          }
          progress.accept(lines.get(lines.size() - 1).n());
        });
    rows.settle(roster, added);
    if (moved[0]) {
      units.follow();
    }
  }

  private static OrgUnit.Description description(Line line) {
    JsonObject said = line.said();
    return new OrgUnit.Description(
        line.code(),
        Level.of(said.getString("level")).orElseThrow(),
        Optional.ofNullable(said.getString("department", null))
            .flatMap(Department::of)
            .orElse(null),
        said.getString("name_en"),
        said.getString("name_hi", null),
        said.getString("name_lo", null),
        ZoneId.of(said.getString("time_zone")));
  }

  @Override
  public Collection<Integer> changedSince(UUID roster) {
    return places.changedSince(roster);
  }

  @Override
  public void takeBack(UUID roster, Instant done, Instant now) {
    places.takeBack(roster);
    units.follow();
  }
}
