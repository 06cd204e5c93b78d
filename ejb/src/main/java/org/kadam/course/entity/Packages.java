package org.kadam.course.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kadam.json.CanonicalJson;
import org.kadam.language.Language;
import org.kadam.language.Spelling;

/**
 * Everything that was ever published. Publishing the same content again changes nothing, from
 * whichever node; call it within a transaction.
 */
@ApplicationScoped
public class Packages {

  /** Any number that no other lock of the schema uses. */
  private static final long PUBLISHING = 0x4b61_6461_6d01L;

  @PersistenceContext private EntityManager entities;

  @Inject
  @ConfigProperty(name = "KADAM_CONTENT_FOLLOWS_FILES", defaultValue = "false")
  private boolean followsFiles;

  /**
   * A part as the phone is told of it.
   *
   * @param hash 64 hexadecimal digits: its name and address
   * @param bytes what it costs on the wire, compressed
   */
  public record Part(String hash, int bytes) {}

  /** The parts of one module or form. */
  public record Parts(Part structure, Map<Language, Part> text) {}

  /**
   * Whether what is in the files of this name is to be published now: nothing of it was published
   * yet, or the setting {@code KADAM_CONTENT_FOLLOWS_FILES} says that the files rule.
   */
  public boolean due(String kind, String id) {
    return followsFiles || current(kind, id).isEmpty();
  }

  /**
   * Publishes something that is one structure and its texts, as an assessment form is, and makes it
   * current under its kind and id.
   *
   * @param structure with {@code minutes} and the list {@code sittings}, as phones are to get it
   * @param texts each with a {@code title}
   * @param plan a part of its own that the structure names, if it does
   * @throws IllegalArgumentException if a number in it is not whole
   */
  public Parts publish(
      String kind,
      String id,
      JsonObject structure,
      Map<Language, JsonObject> texts,
      Optional<JsonObject> plan) {
    Parts parts = store(kind, structure, texts);
    var manifest =
        Json.createObjectBuilder()
            .add("kind", kind)
            .add("id", id)
            .add("version", 1)
            .add("title", each(texts, "title"))
            .add("minutes", structure.getInt("minutes"))
            .add("sittings", structure.getJsonArray("sittings").size())
            .addAll(Json.createObjectBuilder(names(parts)));
    plan.ifPresent(part -> manifest.add("plan", store(kind, part).hash()));
    makeCurrent(manifest.build());
    return parts;
  }

  /**
   * Stores a structure and its texts under the names that their content gives them. The texts are
   * {@link Spelling spelled} as their language needs it.
   */
  public Parts store(String kind, JsonObject structure, Map<Language, JsonObject> texts) {
    Map<Language, Part> text = new EnumMap<>(Language.class);
    texts.forEach(
        (language, words) ->
            text.put(language, store("text", spelled(language, words).asJsonObject())));
    return new Parts(store(kind, structure), text);
  }

  /** The words of one key in each language, spelled, as manifests have them. */
  public static JsonObject each(Map<Language, JsonObject> texts, String key) {
    var each = Json.createObjectBuilder();
    texts.forEach(
        (language, text) -> each.add(language.tag(), Spelling.of(language, text.getString(key))));
    return each.build();
  }

  /** The part of a manifest that names these parts: {@code structure} and {@code text}. */
  public static JsonObject names(Parts parts) {
    var text = Json.createObjectBuilder();
    parts.text().forEach((language, part) -> text.add(language.tag(), part.hash()));
    return Json.createObjectBuilder()
        .add("structure", parts.structure().hash())
        .add("text", text)
        .build();
  }

  private static JsonValue spelled(Language language, JsonValue value) {
    if (value instanceof JsonObject object) {
      var out = Json.createObjectBuilder();
      object.forEach((key, inner) -> out.add(key, spelled(language, inner)));
      return out.build();
    }
    if (value instanceof JsonArray array) {
      var out = Json.createArrayBuilder();
      array.forEach(inner -> out.add(spelled(language, inner)));
      return out.build();
    }
    return value instanceof JsonString text
        ? Json.createValue(Spelling.of(language, text.getString()))
        : value;
  }

  private Part store(String kind, JsonObject content) {
    PackagePart part = new PackagePart(kind, CanonicalJson.bytes(content), Instant.now());
    // Another node may be storing the same at this moment.
    entities
        .createNativeQuery(
            "insert into package_part (hash, kind, gzip, bytes, published_at)"
                + " values (:hash, :kind, :gzip, :bytes, now()) on conflict (hash) do nothing")
        .setParameter("hash", part.hash())
        .setParameter("kind", kind)
        .setParameter("gzip", part.gzip())
        .setParameter("bytes", part.bytes())
        .executeUpdate();
    return entities.find(PackagePart.class, part.hash()).told();
  }

  /** Stores a recording under the name that its bytes give it. */
  public void storeSound(byte[] opus) {
    PackageSound sound = new PackageSound(opus, Instant.now());
    entities
        .createNativeQuery(
            "insert into package_sound (hash, opus, published_at)"
                + " values (:hash, :opus, :at) on conflict (hash) do nothing")
        .setParameter("hash", sound.hash())
        .setParameter("opus", sound.opus())
        .setParameter("at", sound.publishedAt())
        .executeUpdate();
  }

  /** A recording by its name. */
  public Optional<PackageSound> sound(String hash) {
    return Optional.ofNullable(entities.find(PackageSound.class, hash));
  }

  /** Makes the version with this manifest the current one of its kind and id. */
  public void makeCurrent(JsonObject manifest) {
    entities
        .createNativeQuery("select 1 from (select pg_advisory_xact_lock(:lock)) as alone")
        .setParameter("lock", PUBLISHING)
        .getSingleResult();
    String hash = PublishedVersion.hash(manifest);
    Optional<PublishedVersion> old = current(manifest.getString("kind"), manifest.getString("id"));
    if (old.isPresent() && old.get().hash().equals(hash)) {
      return;
    }
    old.ifPresent(version -> version.current(false));
    entities.flush();
    PublishedVersion known = entities.find(PublishedVersion.class, hash);
    if (known == null) {
      entities.persist(new PublishedVersion(manifest, Instant.now()));
    } else {
      known.current(true);
    }
  }

  /** The current version of a course or form. */
  public Optional<PublishedVersion> current(String kind, String id) {
    return entities
        .createQuery(
            "select v from PublishedVersion v"
                + " where v.kind = :kind and v.name = :id and v.current = true",
            PublishedVersion.class)
        .setParameter("kind", kind)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** All current versions of a kind, oldest publication first. */
  public List<PublishedVersion> current(String kind) {
    return entities
        .createQuery(
            "select v from PublishedVersion v where v.kind = :kind and v.current = true"
                + " order by v.publishedAt, v.name",
            PublishedVersion.class)
        .setParameter("kind", kind)
        .getResultList();
  }

  /** The bytes on the wire of each of these parts. */
  public Map<String, Integer> bytes(List<String> hashes) {
    return entities
        .createQuery(
            "select p.hash, p.bytes from PackagePart p where p.hash in :hashes", Object[].class)
        .setParameter("hashes", hashes)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Integer) row[1]));
  }

  /** A part by its name. */
  public Optional<PackagePart> part(String hash) {
    return Optional.ofNullable(entities.find(PackagePart.class, hash));
  }

  /** The content of a part. */
  public Optional<JsonObject> content(String hash) {
    return part(hash)
        .map(
            part -> {
              try (var reader = Json.createReader(new ByteArrayInputStream(part.plain()))) {
                return reader.readObject();
              }
            });
  }
}
