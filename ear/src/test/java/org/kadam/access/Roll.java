package org.kadam.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.kadam.access.AccessTable.Reach;
import org.kadam.it.Kadam;

/**
 * Everybody and every place, read from the tables themselves, and the rule of who may see whom
 * written down a second time: place ∩ department, names only where the place is small enough.
 */
final class Roll {

  /** Somebody on the roster; department and phone may be null. */
  record Person(
      String id, String code, String path, String department, String language, List<Post> posts) {

    Set<String> roles() {
      Set<String> roles = new HashSet<>(Set.of("worker"));
      posts.forEach(post -> roles.add(post.role()));
      return roles;
    }
  }

  /** A role at a place, for one department or (null) for all. */
  record Post(String role, String path, String department, boolean names) {

    boolean covers(String where, String of) {
      return where.startsWith(path) && (department == null || department.equals(of));
    }
  }

  /**
   * Whom and what an answer may hold, by ids, codes, names and phones of people, codes of places.
   */
  record Allowed(Set<String> people, Set<String> named, Set<String> places, boolean all) {}

  private final Map<String, Person> byCode = new TreeMap<>();
  private final Map<String, Person> byId = new HashMap<>();
  private final Map<String, Names.Told> told = new HashMap<>();
  private final Map<String, String> paths = new TreeMap<>();

  Roll() throws SQLException {
    try (Connection database = Kadam.database();
        Statement ask = database.createStatement()) {
      try (ResultSet unit = ask.executeQuery("select code, path from org_unit")) {
        while (unit.next()) {
          paths.put(unit.getString(1), unit.getString(2));
        }
      }
      try (ResultSet one =
          ask.executeQuery(
              "select w.id, w.code, u.path, w.department,"
                  + " coalesce(w.chosen_language, w.language)"
                  + " from worker w join org_unit u on u.id = w.unit_id")) {
        while (one.next()) {
          Person person =
              new Person(
                  one.getString(1),
                  one.getString(2),
                  one.getString(3),
                  one.getString(4),
                  one.getString(5),
                  new ArrayList<>());
          byCode.put(person.code(), person);
          byId.put(person.id(), person);
        }
      }
      posts(ask);
    }
    told.putAll(Names.all());
  }

  private void posts(Statement ask) throws SQLException {
    try (ResultSet post =
        ask.executeQuery(
            "select a.worker_id, a.role, u.path, a.department,"
                + " a.role = 'helper' and (u.path like '/IN/%' and u.level in"
                + " ('block', 'sector', 'facility', 'village') or u.path like '/LA/%' and u.level"
                + " in ('district', 'block', 'sector', 'facility', 'village'))"
                + " from staff_assignment a join org_unit u on u.id = a.unit_id")) {
      while (post.next()) {
        byId.get(post.getString(1))
            .posts()
            .add(
                new Post(
                    post.getString(2), post.getString(3), post.getString(4), post.getBoolean(5)));
      }
    }
  }

  Person person(String code) {
    return byCode.get(code);
  }

  Collection<Person> people() {
    return byCode.values();
  }

  Set<String> places() {
    return paths.keySet();
  }

  Names.Told told(Person person) {
    return told.getOrDefault(person.id(), new Names.Told("", ""));
  }

  /** The posts that give somebody a reach in a role. */
  static List<Post> posts(Person caller, String role, Reach reach) {
    return caller.posts().stream()
        .filter(post -> post.role().equals(role))
        .filter(post -> reach != Reach.NAMES || post.names())
        .toList();
  }

  /** Whom and what somebody may be told, all her roles together. */
  Allowed allowed(Person caller, Map<String, Reach> reaches) {
    Set<String> people = new HashSet<>();
    Set<String> named = new HashSet<>();
    Set<String> places = new HashSet<>();
    boolean[] all = {false};
    reaches.forEach(
        (role, reach) -> {
          if (reach == Reach.NOTHING) {
            return;
          }
          all[0] |= reach == Reach.ALL;
          if (reach == Reach.HERSELF || reach == Reach.NAMES) {
            herself(caller, people, named, places);
          }
          for (Post post : reach == Reach.HERSELF ? List.<Post>of() : posts(caller, role, reach)) {
            inside(post, reach, people, named, places);
          }
        });
    return new Allowed(people, named, places, all[0]);
  }

  private void herself(Person caller, Set<String> people, Set<String> named, Set<String> places) {
    people.add(caller.id());
    named.add(caller.id());
    above(caller.path(), places);
    caller.posts().forEach(post -> above(post.path(), places));
    for (Person other : people()) {
      boolean helps =
          other.posts().stream()
              .anyMatch(p -> p.names() && p.covers(caller.path(), caller.department()));
      if (helps) {
        named.add(other.id());
      }
    }
  }

  private void inside(
      Post post, Reach reach, Set<String> people, Set<String> named, Set<String> places) {
    above(post.path(), places);
    paths.forEach(
        (code, path) -> {
          if (path.startsWith(post.path())) {
            places.add(code);
          }
        });
    if (reach == Reach.NUMBERS) {
      return;
    }
    for (Person other : people()) {
      if (post.covers(other.path(), other.department())) {
        people.add(other.id());
        if (reach == Reach.NAMES) {
          named.add(other.id());
        }
      }
    }
  }

  private static void above(String path, Set<String> places) {
    for (String code : path.split("/")) {
      places.add(code);
    }
  }

  /**
   * The conditions on worker {@code w} in unit {@code u} that an id can fulfil: first those inside
   * of a caller's reach, then those outside, by what they differ in. Those who are asked about are
   * workers and nothing else, and none of those who ask.
   */
  static Map<String, String> conditions(
      Person caller, Map<String, Reach> reaches, Set<String> asking) {
    String others =
        " and w.active and not exists (select from staff_assignment a where a.worker_id = w.id)"
            + " and w.code not in ('"
            + String.join("', '", asking)
            + "')";
    Map<String, String> conditions = new TreeMap<>();
    String mine = "w.id = '" + caller.id() + "'";
    List<String> inside = new ArrayList<>();
    List<Post> posts = new ArrayList<>();
    reaches.forEach(
        (role, reach) -> {
          if (reach == Reach.HERSELF) {
            inside.add(mine);
          } else if (reach == Reach.ALL) {
            inside.add("true" + others);
          } else {
            posts.addAll(posts(caller, role, reach));
          }
        });
    posts.forEach(
        post -> inside.add(place(post.path()) + " and " + department(post.department()) + others));
    String in = inside.isEmpty() ? "false" : "((" + String.join(") or (", inside) + "))";
    conditions.put("inside", in);
    String path = posts.isEmpty() ? caller.path() : posts.get(0).path();
    String department = posts.isEmpty() ? caller.department() : posts.get(0).department();
    String not = " and not " + in + others;
    conditions.put("other department", place(path) + " and not " + department(department) + not);
    conditions.put("other place", "not " + place(path) + " and " + department(department) + not);
    conditions.put("other both", "not " + place(path) + " and not " + department(department) + not);
    if (posts.isEmpty()) {
      conditions.put("colleague", place(path) + " and " + department(department) + not);
    }
    return conditions;
  }

  private static String place(String path) {
    return "u.path like '" + path + "%'";
  }

  private static String department(String department) {
    return department == null
        ? "true"
        : "w.department = '" + Objects.requireNonNull(department) + "'";
  }
}
