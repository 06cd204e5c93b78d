package org.kadam.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a backup holds. As text: a line each, words with tabs between, so that {@code grep} and
 * {@code sha256sum} are enough to look into it.
 */
record Manifest(Instant takenAt, List<Database> databases) {

  static final String FILE = "manifest.tsv";

  private static final String HEAD = "kadam-backup\t1";

  /**
   * One database.
   *
   * @param schema the version of its schema, see {@link Catalogue#version}
   * @param server the version of PostgreSQL it was in
   */
  record Database(
      String name,
      String schema,
      String server,
      List<Partition> partitions,
      List<Table> tables,
      List<Sequence> sequences) {

    Table table(String wanted) {
      return tables.stream()
          .filter(table -> table.name().equals(wanted))
          .findFirst()
          .orElseThrow(() -> new CannotBackup("The backup has no table " + wanted + "."));
    }
  }

  /**
   * A part of a table that may have to be made before it can be filled.
   *
   * @param of the table that it is a part of
   * @param bound which rows belong into it, as PostgreSQL says it
   * @param key by what it is partitioned itself; empty where it is not
   */
  record Partition(String name, String of, String bound, String key) {}

  /**
   * A table with rows.
   *
   * @param name schema and name, quoted where they must be
   * @param whole the partitioned table that it is a part of, or itself
   * @param bytes SHA-256 of the file
   * @param rows the sum of its rows, see {@link Sum#rows}
   * @param columns quoted where they must be, with a comma between
   */
  record Table(
      String name,
      String whole,
      long count,
      long length,
      String bytes,
      String rows,
      String columns) {

    String file(Database database) {
      return file(database.name());
    }

    String file(String database) {
      return database + "/" + name.replace("\"", "") + ".copy";
    }
  }

  /** A sequence and how far it has counted. */
  record Sequence(String name, long last, boolean called) {}

  Database database(String name) {
    return databases.stream()
        .filter(database -> database.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new CannotBackup("The backup holds no database " + name + "."));
  }

  boolean holds(String name) {
    return databases.stream().anyMatch(database -> database.name().equals(name));
  }

  String text() {
    StringBuilder out = new StringBuilder(HEAD).append('\n');
    line(out, "taken", takenAt);
    for (Database database : databases) {
      line(out, "database", database.name(), database.schema(), database.server());
      for (Partition part : database.partitions()) {
        line(out, "partition", part.name(), part.of(), part.bound(), part.key());
      }
      for (Table t : database.tables()) {
        line(
            out,
            "table",
            t.name(),
            t.whole(),
            t.count(),
            t.length(),
            t.bytes(),
            t.rows(),
            t.columns());
      }
      for (Sequence sequence : database.sequences()) {
        line(out, "sequence", sequence.name(), sequence.last(), sequence.called());
      }
    }
    return out.toString();
  }

  private static void line(StringBuilder out, Object... words) {
    for (int i = 0; i < words.length; i++) {
      String word = words[i].toString();
      if (word.indexOf('\t') >= 0 || word.indexOf('\n') >= 0) {
        throw new CannotBackup("A name in the database has a tab or a line end in it.");
      }
      out.append(i == 0 ? "" : "\t").append(word);
    }
    out.append('\n');
  }

  static Manifest read(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < 2 || !lines.get(0).equals(HEAD)) {
      throw new CannotBackup("This is no backup of Kadam, or one of a later kind.");
    }
    Instant taken = null;
    List<Database> databases = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] w = line.split("\t", -1);
      switch (w[0]) {
        case "taken" -> taken = Instant.parse(w[1]);
        case "database" ->
            databases.add(
                new Database(
                    w[1], w[2], w[3], new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        case "partition" -> last(databases).partitions().add(new Partition(w[1], w[2], w[3], w[4]));
        case "table" ->
            last(databases)
                .tables()
                .add(
                    new Table(
                        w[1], w[2], Long.parseLong(w[3]), Long.parseLong(w[4]), w[5], w[6], w[7]));
        case "sequence" ->
            last(databases)
                .sequences()
                .add(new Sequence(w[1], Long.parseLong(w[2]), Boolean.parseBoolean(w[3])));
        default -> throw new CannotBackup("The manifest has a line that is not known: " + w[0]);
      }
    }
    return new Manifest(taken, databases);
  }

  private static Database last(List<Database> databases) {
    return databases.get(databases.size() - 1);
  }
}
