package org.kadam.worker.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.kadam.json.Jsons;
import org.kadam.orgunit.entity.Jurisdiction;

/**
 * The rows of imports: what each file says, what was there before, and what is to be done. Many
 * rows go in one statement, as one JSON list; none of these methods holds more than a few thousand.
 */
@ApplicationScoped
public class RosterRows {

  /** What happens, or happened, to what a row is about. */
  public enum Action {
    ADDED,
    CHANGED,
    UNCHANGED,
    REMOVED,
    MISSING,
    LEFT;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * What a row of the file says.
   *
   * @param said by column, without what tells who somebody is
   * @param personal the name and the phone number, or null
   * @param pin the first PIN, or null
   */
  public record Said(
      int n, long line, String code, JsonObject said, JsonObject personal, String pin) {}

  /** A row with all that is known about it; {@code action} is null until it was compared. */
  public record Line(
      int n,
      long line,
      String action,
      String code,
      UUID ref,
      JsonObject said,
      JsonObject had,
      List<String> fields,
      JsonObject personal,
      JsonObject personalHad,
      String pin) {}

  /**
   * How a row differs from what was there, beyond what the database found by itself.
   *
   * @param had to be added to what was there, by column
   * @param personalHad the name and phone number before, or null
   */
  public record Difference(int n, List<String> fields, JsonObject had, JsonObject personalHad) {}

  /**
   * A row as it stands when its whole file is known.
   *
   * @param had what was here before, or null where it is new
   */
  public record Settled(int n, JsonObject said, JsonObject had, List<String> fields, UUID ref) {}

  /** A field of a row that lies outside of somebody's places; {@code of} is how many there are. */
  public record Outside(long line, String field, int of) {}

  private static final int AT_ONCE = 1_000;
  private static final String LINE =
      "select n, line, action, code, ref, cast(said as text), cast(had as text),"
          + " array_to_string(fields, ','), personal, personal_had, pin from roster_import_row"
          + " where import_id = :id ";

  @PersistenceContext private EntityManager entities;
  @Inject private RosterBoxes boxes;

  /** Keeps what some rows of a file say. */
  @Transactional
  public void add(UUID roster, List<Said> rows) {
    JsonArrayBuilder list = Jsons.JSON.createArrayBuilder();
    for (Said row : rows) {
      JsonObjectBuilder one =
          Jsons.JSON
              .createObjectBuilder()
              .add("n", row.n())
              .add("line", row.line())
              .add("code", row.code())
              .add("said", row.said());
      box(one, "personal", roster, text(row.personal()));
      box(one, "pin", roster, row.pin());
      list.add(one);
    }
    entities
        .createNativeQuery(
            """
            insert into roster_import_row (import_id, n, line, code, said, personal, pin)
            select :id, r.n, r.line, r.code, r.said, decode(r.personal, 'base64'),
                   decode(r.pin, 'base64')
              from jsonb_to_recordset(cast(:rows as jsonb))
                as r (n int, line bigint, code text, said jsonb, personal text, pin text)
            """)
        .setParameter("id", roster)
        .setParameter("rows", list.build().toString())
        .executeUpdate();
  }

  /** Writes down how some rows differ; those without a field that differs are left as they are. */
  @Transactional
  public void differ(UUID roster, List<Difference> rows) {
    if (rows.isEmpty()) {
      return;
    }
    JsonArrayBuilder list = Jsons.JSON.createArrayBuilder();
    for (Difference row : rows) {
      JsonObjectBuilder one =
          Jsons.JSON
              .createObjectBuilder()
              .add("n", row.n())
              .add("fields", Jsons.JSON.createArrayBuilder(row.fields()))
              .add("had", row.had());
      box(one, "personal_had", roster, text(row.personalHad()));
      list.add(one);
    }
    entities
        .createNativeQuery(
            """
            update roster_import_row r
               set fields = r.fields || array(select jsonb_array_elements_text(d.fields)),
                   had = coalesce(r.had, '{}') || d.had,
                   personal_had = decode(d.personal_had, 'base64'),
                   action = case when r.fields = '{}' and d.fields = '[]' then r.action
                                 else 'changed' end
              from jsonb_to_recordset(cast(:rows as jsonb))
                as d (n int, fields jsonb, had jsonb, personal_had text)
             where r.import_id = :id and r.n = d.n
            """)
        .setParameter("id", roster)
        .setParameter("rows", list.build().toString())
        .executeUpdate();
  }

  /**
   * Takes every row for one about something that is not here yet; to compare from the beginning.
   */
  public void unknown(UUID roster) {
    run(
        "update roster_import_row set action = 'added', ref = null, had = null, fields = '{}',"
            + " personal_had = null where import_id = :id",
        roster);
  }

  /**
   * What some rows say, now that all around them is known; {@code said} takes the place of what the
   * row had, and a row with what was here before is changed or unchanged.
   */
  public void settle(UUID roster, List<Settled> rows) {
    if (rows.isEmpty()) {
      return;
    }
    JsonArrayBuilder list = Jsons.JSON.createArrayBuilder();
    for (Settled row : rows) {
      JsonObjectBuilder one =
          Jsons.JSON
              .createObjectBuilder()
              .add("n", row.n())
              .add("said", row.said())
              .add("fields", Jsons.JSON.createArrayBuilder(row.fields()));
      if (row.had() != null) {
        one.add("had", row.had());
      }
      if (row.ref() != null) {
        one.add("ref", row.ref().toString());
      }
      list.add(one);
    }
    entities
        .createNativeQuery(
            """
            update roster_import_row r
               set said = s.said, had = s.had, ref = s.ref,
                   fields = array(select jsonb_array_elements_text(s.fields)),
                   action = case when s.had is null then 'added'
                                 when s.fields = '[]' then 'unchanged' else 'changed' end
              from jsonb_to_recordset(cast(:rows as jsonb))
                as s (n int, said jsonb, had jsonb, ref uuid, fields jsonb)
             where r.import_id = :id and r.n = s.n
            """)
        .setParameter("id", roster)
        .setParameter("rows", list.build().toString())
        .executeUpdate();
  }

  private void box(JsonObjectBuilder row, String name, UUID roster, String text) {
    if (text != null) {
      row.add(name, Base64.getEncoder().encodeToString(boxes.seal(roster, text)));
    }
  }

  private static String text(JsonObject json) {
    return json == null ? null : json.toString();
  }

  /** All rows with one of these actions, a thousand at a time, in their order. */
  public void each(UUID roster, Collection<Action> actions, Consumer<List<Line>> reader) {
    List<Line> some = page(roster, actions, -1, AT_ONCE);
    while (!some.isEmpty()) {
      reader.accept(some);
      some = page(roster, actions, some.get(some.size() - 1).n(), AT_ONCE);
    }
  }

  /** Some rows with one of these actions behind a row, in their order. */
  public List<Line> page(UUID roster, Collection<Action> actions, int after, int most) {
    return lines(
        roster,
        entities
            .createNativeQuery(
                LINE + "and action in (:actions) and n > :after order by n", Object[].class)
            .setParameter("actions", actions.stream().map(Action::code).toList()),
        after,
        most);
  }

  /** The rows of the file about some people, who are few. */
  public List<Line> about(UUID roster, Collection<UUID> refs) {
    return refs.isEmpty()
        ? List.of()
        : lines(
            roster,
            entities
                .createNativeQuery(
                    LINE + "and line > 0 and ref in (:refs) and n > :after order by n",
                    Object[].class)
                .setParameter("refs", refs),
            -1,
            Integer.MAX_VALUE);
  }

  /** Some rows that had been changed since when an undo was tried. */
  public List<Line> touched(UUID roster, int after, int most) {
    return lines(
        roster,
        entities.createNativeQuery(LINE + "and touched and n > :after order by n", Object[].class),
        after,
        most);
  }

  @SuppressWarnings("unchecked")
  private List<Line> lines(UUID roster, Query query, int after, int most) {
    query.setParameter("id", roster).setParameter("after", after).setMaxResults(most);
    return ((List<Object[]>) query.getResultList()).stream().map(row -> line(roster, row)).toList();
  }

  private Line line(UUID roster, Object[] row) {
    String fields = (String) row[7];
    return new Line(
        ((Number) row[0]).intValue(),
        ((Number) row[1]).longValue(),
        (String) row[2],
        (String) row[3],
        (UUID) row[4],
        json((String) row[5]),
        json((String) row[6]),
        fields.isEmpty() ? List.of() : List.of(fields.split(",")),
        json(boxes.open(roster, (byte[]) row[8])),
        json(boxes.open(roster, (byte[]) row[9])),
        boxes.open(roster, (byte[]) row[10]));
  }

  private static JsonObject json(String text) {
    if (text == null) {
      return null;
    }
    try (var reader = Jsons.JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /** Tells the database how many rows there are by now; without, it joins a large import badly. */
  @Transactional
  public void count() {
    entities.createNativeQuery("analyze roster_import_row").executeUpdate();
  }

  /**
   * The first thousand fields of an import that lie outside of somebody's places.
   *
   * @param places a query that gives line, field, path and department of all that rows touch
   */
  List<Outside> outside(UUID roster, String places, Jurisdiction answersFor) {
    Jurisdiction.Bound bound = answersFor.bound("x.path", "x.department");
    Query query =
        bound.to(
            entities.createNativeQuery(
                "select x.line, x.field, count(*) over () from ("
                    + places
                    + ") x (line, field, path, department) where not coalesce("
                    + bound.condition()
                    + ", false) order by x.line, x.field",
                Object[].class));
    return rows(query.setParameter("id", roster).setMaxResults(AT_ONCE)).stream()
        .map(
            row ->
                new Outside(
                    ((Number) row[0]).longValue(), (String) row[1], ((Number) row[2]).intValue()))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static List<Object[]> rows(Query query) {
    return query.getResultList();
  }

  /** How many rows there are of each action. */
  @SuppressWarnings("unchecked")
  public Map<String, Integer> counts(UUID roster) {
    Map<String, Integer> counts = new TreeMap<>();
    ((List<Object[]>)
            entities
                .createNativeQuery(
                    "select action, count(*) from roster_import_row where import_id = :id"
                        + " group by action",
                    Object[].class)
                .setParameter("id", roster)
                .getResultList())
        .forEach(row -> counts.put((String) row[0], ((Number) row[1]).intValue()));
    return counts;
  }

  /**
   * SHA-256 over all that would happen, in hex: two imports with the same would do the same to the
   * same roster.
   */
  public String hash(UUID roster) {
    try {
      MessageDigest sum = MessageDigest.getInstance("SHA-256");
      each(
          roster,
          List.of(Action.ADDED, Action.CHANGED, Action.REMOVED, Action.MISSING),
          lines ->
              lines.forEach(
                  line ->
                      sum.update(
                          List.of(
                                  line.action(),
                                  line.code(),
                                  line.said(),
                                  String.valueOf(line.had()),
                                  line.fields(),
                                  String.valueOf(line.personal()),
                                  String.valueOf(line.personalHad()),
                                  String.valueOf(line.pin()))
                              .toString()
                              .getBytes(StandardCharsets.UTF_8))));
      sum.update(counts(roster).toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Forgets all rows, to begin again. */
  @Transactional
  public void forget(UUID roster) {
    run("delete from roster_import_row where import_id = :id", roster);
  }

  /** Marks those among the missing who are to leave, all or by code, and says how many. */
  public int leave(UUID roster, boolean all, Collection<String> codes) {
    return entities
        .createNativeQuery(
            "update roster_import_row set action = 'left' where import_id = :id"
                + " and action = 'missing' and (:all or code in (:codes))")
        .setParameter("id", roster)
        .setParameter("all", all)
        .setParameter("codes", codes.isEmpty() ? List.of("") : codes)
        .executeUpdate();
  }

  /** Keeps what an undo needs, and nothing else: no rows without a change, and no PINs. */
  public void keepForUndo(UUID roster) {
    run(
        "delete from roster_import_row where import_id = :id"
            + " and action in ('unchanged', 'missing')",
        roster);
    run(
        "update roster_import_row set pin = null where import_id = :id and pin is not null",
        roster);
  }

  /** Marks rows as changed since; only these afterwards. */
  @Transactional
  public void touch(UUID roster, Collection<Integer> rows) {
    run("update roster_import_row set touched = false where import_id = :id and touched", roster);
    if (!rows.isEmpty()) {
      entities
          .createNativeQuery(
              "update roster_import_row set touched = true where import_id = :id and n in (:rows)")
          .setParameter("id", roster)
          .setParameter("rows", rows)
          .executeUpdate();
    }
  }

  private void run(String sql, UUID roster) {
    entities.createNativeQuery(sql).setParameter("id", roster).executeUpdate();
  }
}
