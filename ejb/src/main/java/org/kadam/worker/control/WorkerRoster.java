package org.kadam.worker.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.kadam.json.Jsons;
import org.kadam.orgunit.entity.Jurisdiction;
import org.kadam.orgunit.entity.OrgUnit;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.worker.entity.Accounts;
import org.kadam.worker.entity.HandChanges;
import org.kadam.worker.entity.RosterRows;
import org.kadam.worker.entity.RosterRows.Action;
import org.kadam.worker.entity.RosterRows.Difference;
import org.kadam.worker.entity.RosterRows.Line;
import org.kadam.worker.entity.RosterWorkers;
import org.kadam.worker.entity.WorkerNames;
import org.kadam.worker.entity.Workers;

/** Rosters of people. */
@ApplicationScoped
class WorkerRoster implements RosterWork {

  private static final String NAME = "name";
  private static final String PHONE = "phone_e164";
  private static final String DEVICE = "device";

  @Inject private RosterRows rows;
  @Inject private RosterWorkers people;
  @Inject private Workers workers;
  @Inject private WorkerNames names;
  @Inject private OrgUnits units;
  @Inject private Accounts accounts;
  @Inject private HandChanges handChanges;
  @Inject private Event<DevicesReported> devicesReported;
  @Inject private Event<DevicesAsked> devicesAsked;

  @Override
  public Reading read(UUID roster, Faults faults, Instant now, IntConsumer progress) {
    return new WorkerReading(roster, faults, now, progress, units, rows);
  }

  @Override
  public void compare(UUID roster, Jurisdiction answersFor, IntConsumer progress) {
    people.compare(roster);
    rows.each(
        roster,
        List.of(Action.CHANGED, Action.UNCHANGED),
        lines -> {
          rows.differ(roster, differences(lines));
          workers.flushAndForget();
          progress.accept(lines.get(lines.size() - 1).n());
        });
    people.findMissing(roster, answersFor);
  }

  /** How some known people differ in what the database cannot compare by itself. */
  private List<Difference> differences(List<Line> lines) {
    List<UUID> ids = lines.stream().map(Line::ref).toList();
    Map<UUID, WorkerNames.Said> known = names.said(ids);
    Set<UUID> byHand = handChanges.phones(ids);
    Map<UUID, String> devices = devices(lines);
    Set<UUID> newPins = accounts.news(pins(lines));
    List<Difference> differences = new ArrayList<>();
    for (Line line : lines) {
      List<String> fields = new ArrayList<>();
      WorkerNames.Said before = known.get(line.ref());
      WorkerNames.Said said = said(line, before);
      if (before == null || !before.name().equals(said.name())) {
        fields.add(NAME);
      }
      boolean otherPhone = before == null || !Objects.equals(before.phone(), said.phone());
      if (otherPhone && !byHand.contains(line.ref())) {
        fields.add(PHONE);
      }
      boolean personal = !fields.isEmpty();
      JsonObjectBuilder had = Jsons.JSON.createObjectBuilder();
      String device = line.said().getString(DEVICE, null);
      String knownDevice = devices.get(line.ref());
      if (device != null && !device.equals(knownDevice)) {
        fields.add(DEVICE);
        had.add(DEVICE, text(knownDevice));
      }
      if (newPins.contains(line.ref())) {
        fields.add("first_pin");
      }
      if (!fields.isEmpty()) {
        differences.add(
            new Difference(line.n(), fields, had.build(), personal ? personal(before) : null));
      }
    }
    return differences;
  }

  private Map<UUID, String> devices(List<Line> lines) {
    List<UUID> ids =
        lines.stream().filter(line -> line.said().containsKey(DEVICE)).map(Line::ref).toList();
    DevicesAsked asked = new DevicesAsked(ids, new HashMap<>());
    devicesAsked.fire(asked);
    return asked.devices();
  }

  /** What a row says of name and phone; a file without phone numbers leaves the known one. */
  private static WorkerNames.Said said(Line line, WorkerNames.Said before) {
    JsonObject personal = line.personal();
    String phone =
        personal.containsKey(PHONE)
            ? (personal.isNull(PHONE) ? null : personal.getString(PHONE))
            : before == null ? null : before.phone();
    return new WorkerNames.Said(personal.getString(NAME), phone);
  }

  /** What becomes of name and phone: a number changed by hand stays until a roster says it. */
  private static WorkerNames.Said becomes(Line line, WorkerNames.Said before) {
    WorkerNames.Said said = said(line, before);
    return added(line) || line.fields().contains(PHONE) || before == null
        ? said
        : new WorkerNames.Said(said.name(), before.phone());
  }

  private static JsonObject personal(WorkerNames.Said said) {
    return Jsons.JSON
        .createObjectBuilder()
        .add(NAME, text(said == null ? null : said.name()))
        .add(PHONE, text(said == null ? null : said.phone()))
        .build();
  }

  private static JsonValue text(String text) {
    return text == null ? JsonValue.NULL : Jsons.JSON.createValue(text);
  }

  private static Map<UUID, String> pins(List<Line> lines) {
    Map<UUID, String> pins = new HashMap<>();
    lines.forEach(line -> pins.put(line.ref(), line.pin()));
    return pins;
  }

  @Override
  public List<RosterRows.Outside> outside(UUID roster, Jurisdiction answersFor) {
    return people.outside(roster, answersFor);
  }

  @Override
  public void apply(UUID roster, Instant now, IntConsumer progress) {
    people.apply(roster, now);
    rows.each(
        roster,
        List.of(Action.ADDED, Action.CHANGED),
        lines -> {
          write(lines, now);
          workers.flushAndForget();
          progress.accept(lines.get(lines.size() - 1).n());
        });
    shut(roster, now);
    settlePhones(roster);
  }

  /** Where the file says the number that was changed by hand, it has caught up. */
  private void settlePhones(UUID roster) {
    List<Line> lines = rows.about(roster, people.phonesByHand(roster));
    Map<UUID, WorkerNames.Said> known = names.said(ids(lines));
    handChanges.phonesSaid(
        lines.stream()
            .filter(line -> line.personal().containsKey(PHONE))
            .filter(line -> known.get(line.ref()).equals(said(line, known.get(line.ref()))))
            .map(Line::ref)
            .toList());
  }

  private void write(List<Line> lines, Instant now) {
    List<Line> named = having(lines, NAME, PHONE);
    Map<UUID, WorkerNames.Said> before = names.said(named.stream().map(Line::ref).toList());
    names.write(
        named.stream()
            .collect(Collectors.toMap(Line::ref, line -> becomes(line, before.get(line.ref())))));
    Map<UUID, String> devices = new HashMap<>();
    having(lines, DEVICE).stream()
        .filter(line -> line.said().containsKey(DEVICE))
        .forEach(line -> devices.put(line.ref(), line.said().getString(DEVICE)));
    report(devices, lines, now);
    accounts.offer(pins(lines), now);
    accounts.want(
        ids(having(lines, PHONE, "active").stream().filter(line -> !added(line)).toList()), now);
  }

  private void shut(UUID roster, Instant now) {
    rows.each(
        roster,
        List.of(Action.LEFT),
        lines -> {
          accounts.want(ids(lines), now);
          workers.flushAndForget();
        });
  }

  /** The rows about somebody new, or who differs in one of these. */
  private static List<Line> having(List<Line> lines, String... fields) {
    Set<String> any = Set.of(fields);
    return lines.stream()
        .filter(line -> added(line) || line.fields().stream().anyMatch(any::contains))
        .toList();
  }

  private static boolean added(Line line) {
    return line.action().equals(Action.ADDED.code());
  }

  private static List<UUID> ids(List<Line> lines) {
    return lines.stream().map(Line::ref).toList();
  }

  private void report(Map<UUID, String> devices, List<Line> lines, Instant day) {
    if (devices.isEmpty()) {
      return;
    }
    Map<String, OrgUnit> places =
        units.byCodes(lines.stream().map(l -> l.said().getString("unit_code")).distinct().toList());
    DevicesReported report = new DevicesReported(devices, new HashMap<>(), new HashSet<>());
    lines.forEach(
        line ->
            report
                .days()
                .put(
                    line.ref(),
                    java.time.LocalDate.ofInstant(
                        day, places.get(line.said().getString("unit_code")).timeZone())));
    devicesReported.fire(report);
  }

  @Override
  public Collection<Integer> changedSince(UUID roster) {
    Set<Integer> changed = new HashSet<>(people.changedSince(roster));
    rows.each(
        roster,
        List.of(Action.ADDED, Action.CHANGED),
        lines -> {
          Map<UUID, WorkerNames.Said> known = names.said(ids(lines));
          Map<UUID, String> devices = devices(lines);
          for (Line line : lines) {
            WorkerNames.Said now = known.get(line.ref());
            boolean named = !having(List.of(line), NAME, PHONE).isEmpty();
            boolean device =
                line.said().containsKey(DEVICE) && !having(List.of(line), DEVICE).isEmpty();
            if (named && (now == null || !now.equals(becomes(line, now)))
                || device && !line.said().getString(DEVICE).equals(devices.get(line.ref()))) {
              changed.add(line.n());
            }
          }
          workers.flushAndForget();
        });
    return changed;
  }

  @Override
  public void takeBack(UUID roster, Instant done, Instant now) {
    people.takeBack(roster, now);
    rows.each(
        roster,
        List.of(Action.ADDED, Action.CHANGED),
        lines -> {
          Map<UUID, WorkerNames.Said> before = new HashMap<>();
          Map<UUID, String> devices = new HashMap<>();
          for (Line line : lines) {
            if (line.personalHad() != null && !line.personalHad().isNull(NAME)) {
              before.put(
                  line.ref(),
                  new WorkerNames.Said(
                      line.personalHad().getString(NAME),
                      line.personalHad().getString(PHONE, null)));
            }
            if (line.fields().contains(DEVICE)) {
              devices.put(line.ref(), line.had().getString(DEVICE, null));
            }
          }
          names.write(before);
          report(devices, lines, done);
          accounts.want(ids(having(lines, PHONE, "active")), now);
          workers.flushAndForget();
        });
    shut(roster, now);
  }
}
