package org.kadam.access;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code docs/access.yaml} as it is written: who may do what, and how far. */
record AccessTable(List<String> people, Map<String, String> ids, List<Row> rows) {

  static final List<String> ROLES = List.of("worker", "helper", "trainer", "officer", "admin");

  /** How far a role reaches: whom she may ask about and who may be in the answer. */
  enum Reach {
    NOTHING,
    HERSELF,
    NUMBERS,
    CODES,
    NAMES,
    ALL
  }

  /**
   * One address.
   *
   * @param may the reach by role; {@code everybody} where nobody need sign in
   * @param ids the kind of id by the name of its place in the path
   * @param send the body, or null
   * @param then the statuses to those who may; empty for any 2xx
   * @param asked whether those who may try it at all
   */
  record Row(
      String method,
      String path,
      Map<String, Reach> may,
      Map<String, String> ids,
      String query,
      String send,
      String type,
      Set<Integer> then,
      boolean asked) {

    String address() {
      return method + " " + path;
    }

    boolean open() {
      return may.containsKey("everybody");
    }

    boolean expects(int status) {
      return then.isEmpty() ? status / 100 == 2 : then.contains(status);
    }

    /** The path with these ids in it, and the query. */
    String with(Map<String, String> chosen) {
      String filled = path;
      for (Map.Entry<String, String> id : chosen.entrySet()) {
        filled = filled.replace("{" + id.getKey() + "}", id.getValue());
      }
      return query == null ? filled : filled + "?" + query;
    }
  }

  static AccessTable read() throws IOException {
    Path file = Path.of(System.getProperty("root"), "docs/access.yaml");
    try (Reader in = Files.newBufferedReader(file)) {
      Map<?, ?> all = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromReader(in);
      return new AccessTable(
          ((List<?>) all.get("people")).stream().map(String::valueOf).toList(),
          strings(all.get("ids")),
          ((Map<?, ?>) all.get("rows"))
              .entrySet().stream()
                  .map(row -> row((String) row.getKey(), (Map<?, ?>) row.getValue()))
                  .toList());
    }
  }

  private static Row row(String address, Map<?, ?> said) {
    known(address, said);
    String[] words = address.split(" ");
    Object then = said.get("then");
    Set<Integer> statuses = new TreeSet<>();
    if (then instanceof List<?> list) {
      list.forEach(status -> statuses.add((Integer) status));
    } else if (then != null && !then.equals("not asked")) {
      throw new IllegalArgumentException(address + ": then is a list, or \"not asked\"");
    }
    String send = (String) said.get("send");
    return new Row(
        words[0],
        words[1],
        may(said.get("may")),
        ids(words[1], said.get("id")),
        (String) said.get("query"),
        send,
        said.get("as") instanceof String type ? type : "application/json",
        statuses,
        !"not asked".equals(then));
  }

  private static void known(String address, Map<?, ?> said) {
    Set<Object> others = new java.util.HashSet<>(said.keySet());
    others.removeAll(Set.of("may", "id", "query", "send", "as", "then"));
    if (!others.isEmpty() || !said.containsKey("may")) {
      throw new IllegalArgumentException(address + ": may is missing, or unknown: " + others);
    }
  }

  private static Map<String, Reach> may(Object said) {
    Map<String, Reach> may = new LinkedHashMap<>();
    strings(said)
        .forEach(
            (role, word) -> {
              Reach reach = Reach.valueOf(word.toUpperCase(java.util.Locale.ROOT));
              if (role.equals("signed-in")) {
                ROLES.forEach(each -> may.put(each, reach));
              } else if (role.equals("everybody") || ROLES.contains(role)) {
                may.put(role, reach);
              } else {
                throw new IllegalArgumentException("There is no role " + role);
              }
            });
    return may;
  }

  private static Map<String, String> ids(String path, Object said) {
    if (said instanceof String kind) {
      String name = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
      return Map.of(name, kind);
    }
    return said == null ? Map.of() : strings(said);
  }

  private static Map<String, String> strings(Object said) {
    Map<String, String> strings = new LinkedHashMap<>();
    ((Map<?, ?>) said).forEach((key, value) -> strings.put((String) key, String.valueOf(value)));
    return strings;
  }
}
