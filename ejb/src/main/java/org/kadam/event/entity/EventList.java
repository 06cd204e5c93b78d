package org.kadam.event.entity;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.kadam.json.CanonicalJson;

/**
 * The events of one row of the ledger, in short: what they have in common is said once. The keys
 * are those that the column {@code ledger.events} explains.
 *
 * @param sentAt when the batch was sent, by the phone's clock
 * @param contents the published parts that the events are about, by the bytes of their hashes
 * @param json the list
 */
record EventList(Instant sentAt, List<byte[]> contents, String json) {

  /** Writes events. */
  static EventList of(List<Ledger.Entry> entries, Instant sentAt) {
    List<String> hashes = new ArrayList<>();
    StringBuilder json = new StringBuilder("[");
    for (Ledger.Entry entry : entries) {
      // Types are letters, digits, points and hyphens; a body is canonical JSON.
      json.append(json.length() == 1 ? "" : ",");
      json.append("{\"t\":\"").append(entry.type()).append("\",\"v\":").append(entry.v());
      json.append(",\"s\":").append(entry.seq());
      json.append(",\"a\":").append(sentAt.toEpochMilli() - entry.at().toEpochMilli());
      if (entry.contentHash() != null) {
        int at = hashes.indexOf(entry.contentHash());
        if (at < 0) {
          at = hashes.size();
          hashes.add(entry.contentHash());
        }
        json.append(",\"c\":").append(at);
      }
      json.append(",\"b\":").append(entry.body()).append('}');
    }
    List<byte[]> contents = hashes.stream().map(HexFormat.of()::parseHex).toList();
    return new EventList(sentAt, contents, json.append(']').toString());
  }

  /** Reads them all; what was erased, or came in before, is empty. */
  List<Optional<Told>> read() {
    JsonArray list;
    try (var reader = Json.createReader(new StringReader(json))) {
      list = reader.readArray();
    }
    List<Optional<Told>> all = new ArrayList<>(list.size());
    for (JsonValue value : list) {
      all.add(
          value instanceof JsonObject event
              ? Optional.of(new Told(this, event))
              : Optional.empty());
    }
    return all;
  }

  /** One event of a list. */
  record Told(EventList list, JsonObject json) {

    String type() {
      return json.getString("t");
    }

    int v() {
      return json.getInt("v");
    }

    long seq() {
      return json.getJsonNumber("s").longValue();
    }

    Instant at() {
      return list.sentAt().minusMillis(json.getJsonNumber("a").longValue());
    }

    /** 64 hexadecimal digits, or null. */
    String contentHash() {
      return json.containsKey("c")
          ? HexFormat.of().formatHex(list.contents().get(json.getInt("c")))
          : null;
    }

    JsonObject body() {
      return json.getJsonObject("b");
    }

    String canonicalBody() {
      return CanonicalJson.text(body());
    }
  }
}
