package org.kadam.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a database says about itself. Only asked, never assumed. */
final class Catalogue {

  /** Made anew by who owns them: the cluster's list of nodes, and the histories of the schemas. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "jgroups",
          "jgroups_ping",
          "flyway_schema_history",
          "databasechangelog",
          "databasechangeloglock");

  /** Of the schema of the job repository nothing is kept: what was under way begins anew. */
  private static final String OURS =
      " n.nspname not in ('pg_catalog', 'information_schema', 'batch') and n.nspname not like 'pg\\_%'"
          + " and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass"
          + " and d.objid = c.oid and d.deptype = 'e')";

  private static final String WHOLE = " coalesce(pg_partition_root(c.oid), c.oid::regclass)::oid";

  private static final String NAME = "format('%I.%I', n.nspname, c.relname)";

  private final Connection connection;

  Catalogue(Connection connection) {
    this.connection = connection;
  }

  interface Reading<T> {
    T row(ResultSet row) throws SQLException;
  }

  <T> List<T> list(String sql, Reading<T> reading) throws SQLException {
    List<T> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        all.add(reading.row(rows));
      }
    }
    return all;
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * A table that holds rows itself: a plain one, or a leaf of a partitioned one.
   *
   * @param whole the table that it is a part of in the end; itself where it is none
   * @param columns those of the whole, in its order
   */
  record Filled(String name, String whole, String columns) {}

  List<Filled> tables() throws SQLException {
    return list(
            "select "
                + NAME
                + ", c.relname, (select format('%I.%I', wn.nspname, w.relname) from pg_class w join"
                + " pg_namespace wn on wn.oid = w.relnamespace where w.oid ="
                + WHOLE
                + "), (select string_agg(quote_ident(a.attname), ',' order by a.attnum)"
                + " from pg_attribute a where a.attrelid ="
                + WHOLE
                + " and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')"
                + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where c.relkind = 'r' and c.relpersistence <> 't' and"
                + OURS
                + " order by 1",
            row ->
                LEFT_OUT.contains(row.getString(2))
                    ? null
                    : new Filled(row.getString(1), row.getString(3), row.getString(4)))
        .stream()
        .filter(Objects::nonNull)
        .toList();
  }

  /** Parts of partitioned tables, the wider before the narrower. */
  List<Manifest.Partition> partitions() throws SQLException {
    return list(
        "with recursive part as (select c.oid, 0 as depth from pg_class c join pg_namespace n on"
            + " n.oid = c.relnamespace where c.relkind = 'p' and not c.relispartition and"
            + OURS
            + " union all select i.inhrelid, depth + 1 from part join pg_inherits i on i.inhparent"
            + " = part.oid) select "
            + NAME
            + ", (select format('%I.%I', pn.nspname, p.relname) from pg_inherits i join pg_class p"
            + " on p.oid = i.inhparent join pg_namespace pn on pn.oid = p.relnamespace where"
            + " i.inhrelid = c.oid), pg_get_expr(c.relpartbound, c.oid),"
            + " coalesce(pg_get_partkeydef(c.oid), '')"
            + " from part join pg_class c on c.oid = part.oid join pg_namespace n on n.oid ="
            + " c.relnamespace where depth > 0 order by depth, 1",
        row ->
            new Manifest.Partition(
                row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
  }

  List<Manifest.Sequence> sequences() throws SQLException {
    List<String> names =
        list(
            "select "
                + NAME
                + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where c.relkind = 'S' and c.relpersistence <> 't' and"
                + OURS
                + " order by 1",
            row -> row.getString(1));
    List<Manifest.Sequence> sequences = new ArrayList<>();
    for (String name : names) {
      sequences.addAll(
          list(
              "select last_value, is_called from " + name,
              row -> new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2))));
    }
    return sequences;
  }

  /** A constraint that cannot hold while tables are being filled one after the other. */
  record Reference(String table, String name, String definition) {}

  List<Reference> references() throws SQLException {
    return list(
        "select "
            + NAME
            + ", quote_ident(k.conname), pg_get_constraintdef(k.oid) from pg_constraint k"
            + " join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid ="
            + " c.relnamespace where k.contype = 'f' and k.conparentid = 0 and"
            + OURS
            + " order by 1, 2",
        row -> new Reference(row.getString(1), row.getString(2), row.getString(3)));
  }

  /** A trigger that would act on rows that have been through it before. */
  record Trigger(String table, String name) {}

  List<Trigger> triggers() throws SQLException {
    return list(
        "select "
            + NAME
            + ", quote_ident(t.tgname) from pg_trigger t join pg_class c on c.oid = t.tgrelid"
            + " join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal"
            + " and t.tgenabled = 'O' and t.tgparentid = 0 and"
            + OURS
            + " order by 1, 2",
        row -> new Trigger(row.getString(1), row.getString(2)));
  }

  /**
   * The version of the schema: for ours the last migration, for another the number and the hash of
   * its changes, so that it can be compared and nothing more.
   */
  String version(Place place) throws SQLException {
    String sql =
        place.ours()
            ? "select lpad(max(version::integer)::text, 3, '0') from flyway_schema_history"
                + " where success and version is not null"
            : "select count(*) || '-' || md5(string_agg(id || '|' || author || '|' || filename, ','"
                + " order by id, author, filename)) from databasechangelog";
    return list(sql, row -> row.getString(1)).get(0);
  }

  boolean has(String table) throws SQLException {
    return list("select to_regclass('" + table + "') is not null", row -> row.getBoolean(1)).get(0);
  }

  String server() throws SQLException {
    return list("show server_version", row -> row.getString(1)).get(0);
  }

  /** How many others are connected to this database. */
  int others() throws SQLException {
    return list(
            "select count(*) from pg_stat_activity where datname = current_database()"
                + " and pid <> pg_backend_pid() and usename is not null",
            row -> row.getInt(1))
        .get(0);
  }
}
