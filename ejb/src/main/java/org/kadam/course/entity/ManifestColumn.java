package org.kadam.course.entity;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import org.kadam.json.CanonicalJson;

/** A manifest in a {@code jsonb} column. */
@Converter
class ManifestColumn implements AttributeConverter<JsonObject, String> {

  @Override
  public String convertToDatabaseColumn(JsonObject manifest) {
    return CanonicalJson.text(manifest);
  }

  @Override
  public JsonObject convertToEntityAttribute(String column) {
    try (var reader = Json.createReader(new StringReader(column))) {
      return reader.readObject();
    }
  }
}
