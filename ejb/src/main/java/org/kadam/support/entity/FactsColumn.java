package org.kadam.support.entity;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.kadam.support.rule.Fact;

/** The facts of an offer in a {@code jsonb} column. */
@Converter
class FactsColumn implements AttributeConverter<List<Fact>, String> {

  @Override
  public String convertToDatabaseColumn(List<Fact> facts) {
    var array = Json.createArrayBuilder();
    for (Fact fact : facts) {
      array.add(
          Json.createObjectBuilder()
              .add("name", fact.name())
              .add("about", fact.about())
              .add("value", fact.value())
              .add("source", fact.source())
              .add("seen", fact.seen().toString()));
    }
    return array.build().toString();
  }

  @Override
  public List<Fact> convertToEntityAttribute(String column) {
    try (var reader = Json.createReader(new StringReader(column))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(FactsColumn::fact)
          .toList();
    }
  }

  private static Fact fact(JsonObject json) {
    return new Fact(
        json.getString("name"),
        json.getString("about"),
        json.getString("value"),
        json.getString("source"),
        LocalDate.parse(json.getString("seen")));
  }
}
