package org.kadam.course.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The content as people write it: YAML 1.2 and pictures, found by a path below {@code kadam/} such
 * as {@code course/whatsapp-at-work/course.yaml}. YAML comes out as JSON: keys are text, no key
 * twice, no aliases, no tags of other programs, no file above 1 MB.
 */
public final class ContentFiles {

  private static final int LARGEST = 1_000_000;

  /** Where the bytes come from. */
  @FunctionalInterface
  private interface Source {
    /** The bytes of a file, at most {@code LARGEST} + 1 of them; null where there is none. */
    byte[] read(String path) throws IOException;
  }

  private final Source source;

  private ContentFiles(Source source) {
    this.source = source;
  }

  /** The content that ships with the server. */
  public static ContentFiles shipped() {
    ClassLoader loader = ContentFiles.class.getClassLoader();
    return new ContentFiles(
        path -> {
          try (InputStream in = loader.getResourceAsStream("kadam/" + path)) {
            return in == null ? null : in.readNBytes(LARGEST + 1);
          }
        });
  }

  /** Content in a folder that holds {@code course}, {@code item} and so on. */
  public static ContentFiles in(Path folder) {
    return new ContentFiles(
        path -> {
          try (InputStream in = Files.newInputStream(folder.resolve(path))) {
            return in.readNBytes(LARGEST + 1);
          } catch (NoSuchFileException e) {
            return null;
          }
        });
  }

  /**
   * A YAML file as JSON.
   *
   * @throws Faults.Broken if the file is missing, too large, not UTF-8, not YAML or not a mapping;
   *     the reason has the line
   */
  public JsonObject yaml(String path) {
    String text =
        text(path).orElseThrow(() -> Faults.broken(path, "", "missing", "There is no such file"));
    try {
      Object read = new Load(settings(path)).loadFromString(text);
      if (json(read) instanceof JsonObject object) {
        return object;
      }
      throw Faults.broken(path, "", "shape", "The file must be a mapping of keys");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      throw Faults.broken(path, line, "", "yaml", e.getProblem());
    } catch (YamlEngineException e) {
      throw Faults.broken(path, "", "yaml", e.getMessage());
    }
  }

  /** The tree of a YAML file with the marks of its lines; nothing where it cannot be read. */
  Optional<Node> tree(String path) {
    try {
      return text(path).flatMap(text -> new Compose(settings(path)).composeString(text));
    } catch (YamlEngineException | Faults.Broken e) {
      return Optional.empty();
    }
  }

  /**
   * The text of a file, or nothing where there is none.
   *
   * @throws Faults.Broken if it is too large or not UTF-8
   */
  public Optional<String> text(String path) {
    Optional<byte[]> bytes = bytes(path);
    try {
      return bytes.isEmpty()
          ? Optional.empty()
          : Optional.of(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.get())).toString());
    } catch (CharacterCodingException e) {
      throw Faults.broken(path, "", "encoding", "The file is not UTF-8");
    }
  }

  /**
   * A file that is no text, or nothing where there is none.
   *
   * @throws Faults.Broken if it is too large
   */
  public Optional<byte[]> bytes(String path) {
    try {
      byte[] bytes = source.read(path);
      if (bytes != null && bytes.length > LARGEST) {
        throw Faults.broken(path, "", "large", "The file is larger than 1 MB");
      }
      return Optional.ofNullable(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private static LoadSettings settings(String path) {
    return LoadSettings.builder()
        .setLabel(path)
        .setAllowDuplicateKeys(false)
        .setAllowRecursiveKeys(false)
        .setMaxAliasesForCollections(0)
        .setCodePointLimit(LARGEST)
        .build();
  }

  private static JsonValue json(Object value) {
    if (value == null) {
      return JsonValue.NULL;
    }
    if (value instanceof Map<?, ?> map) {
      var object = Json.createObjectBuilder();
      map.forEach((key, inner) -> object.add(String.valueOf(key), json(inner)));
      return object.build();
    }
    if (value instanceof List<?> list) {
      var array = Json.createArrayBuilder();
      list.forEach(inner -> array.add(json(inner)));
      return array.build();
    }
    if (value instanceof Boolean bool) {
      return bool ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (value instanceof Integer || value instanceof Long) {
      return Json.createValue(((Number) value).longValue());
    }
    if (value instanceof BigInteger big) {
      return Json.createValue(big);
    }
    if (value instanceof Double real && Double.isFinite(real)) {
      return Json.createValue(BigDecimal.valueOf(real));
    }
    if (value instanceof String text) {
      return Json.createValue(text);
    }
    throw new YamlEngineException("a value of a kind that content does not have");
  }
}
