package org.kadam.worker.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.kadam.document.csv.Csv;
import org.kadam.language.Language;
import org.kadam.language.Texts;
import org.kadam.language.Words;
import org.kadam.orgunit.entity.Jurisdictions;
import org.kadam.orgunit.entity.Role;
import org.kadam.privacy.entity.Looks;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;
import org.kadam.worker.control.RosterKind;
import org.kadam.worker.entity.RosterImports;
import org.kadam.worker.entity.RosterImports.Standing;
import org.kadam.worker.entity.RosterImports.State;
import org.kadam.worker.entity.RosterRows;
import org.kadam.worker.entity.RosterRows.Action;
import org.kadam.worker.entity.RosterRows.Line;
import org.kadam.worker.entity.WorkerNames;

/**
 * An administrator watches imports: where each stands, what is wrong with a file, what it would
 * change, and what earlier ones did.
 */
@Stateless
@RolesAllowed("admin")
public class WatchRosters {

  private static final int PAGE = 50;
  private static final Jsonb JSON = JsonbBuilder.create();

  @Inject private Jurisdictions jurisdictions;
  @Inject private RosterImports imports;
  @Inject private RosterRows rows;
  @Inject private WorkerNames names;
  @Inject private CurrentWorker current;
  @Inject private Looks looks;

  /**
   * An import as it stands.
   *
   * @param headings of the file, where they are not ours
   * @param mapping what they mean: proposed, or as it was said
   * @param kinds our columns by kind of roster, and which cannot be missing
   * @param counts rows by what would happen, or happened, to them
   * @param stale the roster changed since the differences were shown; these are new ones
   * @param undoUntil until when it can be undone, or null
   */
  public record Import(
      UUID id,
      String state,
      String kind,
      String by,
      Instant at,
      long bytes,
      int rows,
      int progress,
      Map<String, Integer> counts,
      int faults,
      String hash,
      boolean stale,
      Instant doneAt,
      Instant undoneAt,
      Instant undoUntil,
      List<String> headings,
      SendRoster.Mapping mapping,
      Map<String, Columns> kinds) {}

  /** The columns of a kind of roster. */
  public record Columns(List<String> all, List<String> needed) {}

  /** One page, the latest first; {@code next} is the id to go on before, or null. */
  public record History(List<Import> imports, UUID next) {}

  /**
   * A fault of a file, in every language.
   *
   * @param line from 1; {@code column} 0 where it is about the whole line
   */
  public record Told(long line, int column, String field, String kind, Texts text) {}

  /** The first thousand faults, and how many there are. */
  public record FaultList(int total, List<Told> faults) {}

  /**
   * What an import would do, or did, to one thing.
   *
   * @param row the place in the list, to go on after
   * @param line of the file; 0 for what is not in it
   * @param name of a person, where she has one
   */
  public record Change(
      int row, long line, String action, String code, String name, List<Field> fields) {}

  /** One field: what was there and what the file says; texts, or null. */
  public record Field(String field, String had, String said) {}

  /** One page of changes; {@code next} is the row to go on after, or null. */
  public record Changes(List<Change> changes, Integer next) {}

  /**
   * One import.
   *
   * @throws Problem NOT_FOUND
   */
  public Import one(UUID id) {
    Standing standing = find(id);
    Map<String, Columns> kinds = new LinkedHashMap<>();
    for (RosterKind kind : RosterKind.values()) {
      kinds.put(kind.code(), new Columns(kind.columns(), kind.needed()));
    }
    return shown(standing, kinds);
  }

  private Standing find(UUID id) {
    UUID me = current.id();
    return imports
        .find(id, me, jurisdictions.of(me, Role.ADMIN.code()))
        .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is no such import"));
  }

  /** The history; {@code before} is null for the first page. */
  public History history(UUID before) {
    UUID me = current.id();
    List<Standing> found =
        imports.page(me, jurisdictions.of(me, Role.ADMIN.code()), before, PAGE + 1);
    boolean more = found.size() > PAGE;
    List<Import> page = found.stream().limit(PAGE).map(i -> shown(i, null)).toList();
    return new History(page, more ? page.get(PAGE - 1).id() : null);
  }

  private static Import shown(Standing standing, Map<String, Columns> kinds) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    JSON.fromJson(standing.counts(), JsonObject.class)
        .forEach((action, count) -> counts.put(action, ((JsonNumber) count).intValue()));
    return new Import(
        standing.id(),
        standing.state().code(),
        standing.kind(),
        standing.by(),
        standing.at(),
        standing.bytes(),
        standing.rows(),
        standing.progress(),
        counts,
        standing.faults(),
        standing.hash(),
        standing.stale(),
        standing.doneAt(),
        standing.undoneAt(),
        standing.state() == State.DONE ? standing.doneAt().plus(WorkOnRosters.UNDO) : null,
        kinds == null || standing.headings() == null
            ? null
            : List.of(JSON.fromJson(standing.headings(), String[].class)),
        kinds == null || standing.columns() == null
            ? null
            : JSON.fromJson(standing.columns(), SendRoster.Mapping.class),
        kinds);
  }

  /** What is wrong with a file that was refused. */
  public FaultList faults(UUID id) {
    Standing standing = find(id);
    Problem.Detail[] details = JSON.fromJson(imports.faults(id), Problem.Detail[].class);
    return new FaultList(
        standing.faults(),
        Stream.of(details)
            .map(d -> new Told(d.line(), d.column(), d.field(), d.kind(), text(d)))
            .toList());
  }

  private static Texts text(Problem.Detail fault) {
    return Words.shipped().text("roster.fault." + fault.kind());
  }

  /** The same as a table for a spreadsheet, in one language. */
  public byte[] faultsTable(UUID id, Language language) {
    Words words = Words.shipped();
    return Csv.table(
        Stream.of("line", "column", "field", "fault")
            .map(head -> words.text("roster.head." + head).in(language))
            .toList(),
        faults(id).faults().stream()
            .map(
                fault ->
                    List.of(
                        Long.toString(fault.line()),
                        fault.column() == 0 ? "" : Integer.toString(fault.column()),
                        fault.field() == null ? "" : fault.field(),
                        fault.text().in(language)))
            .toList());
  }

  /**
   * One page of what an import would change, or changed.
   *
   * @param only added, changed, removed, missing, left; or touched, after an undo was refused; null
   *     for all but those who are missing
   * @param after the row to go on after; null for the first page
   */
  public Changes changes(UUID id, String only, Integer after) {
    find(id);
    int from = after == null ? -1 : after;
    List<Line> found =
        "touched".equals(only)
            ? rows.touched(id, from, PAGE + 1)
            : rows.page(id, actions(only), from, PAGE + 1);
    List<Line> page = found.subList(0, Math.min(PAGE, found.size()));
    return new Changes(namesShown(page), found.size() > PAGE ? page.get(PAGE - 1).n() : null);
  }

  private static List<Action> actions(String only) {
    if (only == null || only.isEmpty()) {
      return List.of(Action.ADDED, Action.CHANGED, Action.REMOVED, Action.LEFT);
    }
    return Stream.of(Action.values())
        .filter(action -> action.code().equals(only) && action != Action.UNCHANGED)
        .findFirst()
        .map(List::of)
        .orElseThrow(
            () ->
                new Problem(
                    Kind.INVALID,
                    "only",
                    "One of added, changed, removed, missing, left, touched"));
  }

  /**
   * Here, and nowhere else, the names of an import's people go out to an administrator.
   *
   * @param page the rows that she is about to see
   */
  private List<Change> namesShown(List<Line> page) {
    looks.note(
        current.id(),
        Role.ADMIN,
        Looks.Why.ROSTER,
        page.stream().map(Line::ref).filter(Objects::nonNull).toList());
    Map<UUID, String> known =
        names.of(page.stream().map(Line::ref).filter(Objects::nonNull).toList());
    return page.stream().map(line -> change(line, known.get(line.ref()))).toList();
  }

  private static Change change(Line line, String known) {
    boolean whole = line.fields().isEmpty();
    List<Field> fields = new ArrayList<>();
    if (line.personal() != null) {
      for (String field : List.of("name", "phone_e164")) {
        if ((whole || line.fields().contains(field)) && line.personal().containsKey(field)) {
          fields.add(field(field, line.personalHad(), line.personal()));
        }
      }
    }
    boolean assignment = line.said().containsKey("role");
    line.said().keySet().stream()
        .filter(field -> whole || assignment || line.fields().contains(field))
        .forEach(field -> fields.add(field(field, line.had(), line.said())));
    if (line.fields().contains("first_pin")) {
      fields.add(new Field("first_pin", null, null));
    }
    return new Change(
        line.n(),
        line.line(),
        line.action(),
        line.code(),
        line.personal() == null ? known : line.personal().getString("name"),
        fields);
  }

  private static Field field(String field, JsonObject had, JsonObject said) {
    return new Field(field, text(had == null ? null : had.get(field)), text(said.get(field)));
  }

  private static String text(JsonValue value) {
    return value == null || value == JsonValue.NULL
        ? null
        : value instanceof JsonString text ? text.getString() : value.toString();
  }
}
