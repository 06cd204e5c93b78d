package org.kadam.assessment.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kadam.assessment.control.Form;
import org.kadam.assessment.control.FormVersions;
import org.kadam.assessment.control.Item;
import org.kadam.course.entity.Packages;
import org.kadam.course.entity.PublishedVersion;
import org.kadam.language.Texts;

/** All published forms. What was read once is kept: a published part never changes. */
@ApplicationScoped
public class Forms {

  /** The kind under which forms are published. */
  public static final String KIND = "form";

  private final Map<String, Form> read = new ConcurrentHashMap<>();
  private final Map<String, JsonObject> texts = new ConcurrentHashMap<>();

  @PersistenceContext private EntityManager entities;
  @Inject private Packages packages;

  /** The form of a structure that was published. */
  public Form of(String structure) {
    return read.computeIfAbsent(structure, this::read);
  }

  private Form read(String hash) {
    JsonObject structure = packages.content(hash).orElseThrow();
    return structure.get("plan") instanceof JsonString plan
        ? Form.of(structure, packages.content(plan.getString()).orElseThrow())
        : Form.of(structure);
  }

  /** All versions of a form. */
  public FormVersions versions(String form) {
    List<PublishedVersion> found =
        entities
            .createQuery(
                "select v from PublishedVersion v where v.kind = :kind and v.name = :form",
                PublishedVersion.class)
            .setParameter("kind", KIND)
            .setParameter("form", form)
            .getResultList();
    return new FormVersions(found.stream().map(Forms::version).toList());
  }

  /** The items of every form that is current. */
  public List<Item> items() {
    return packages.current(KIND).stream()
        .flatMap(version -> of(version.manifest().getString("structure")).items().values().stream())
        .toList();
  }

  /**
   * What an item asks for, as the end of "she can …", in the wording published last; empty for an
   * item that no form ever had.
   */
  public Optional<Texts> task(String item) {
    return entities
        .createQuery(
            "select v from PublishedVersion v where v.kind = :kind"
                + " order by v.current desc, v.publishedAt desc",
            PublishedVersion.class)
        .setParameter("kind", KIND)
        .getResultStream()
        .map(version -> version.manifest().getJsonObject("text"))
        .filter(parts -> can(parts, "en", item) != null)
        .findFirst()
        .map(
            parts ->
                new Texts(can(parts, "en", item), can(parts, "hi", item), can(parts, "lo", item)));
  }

  private String can(JsonObject parts, String language, String item) {
    JsonObject text =
        texts.computeIfAbsent(
            parts.getString(language), hash -> packages.content(hash).orElseThrow());
    JsonObject words = text.getJsonObject("items").getJsonObject(item);
    return words == null ? null : words.getString("can");
  }

  private static FormVersions.Version version(PublishedVersion found) {
    JsonObject manifest = found.manifest();
    String structure = manifest.getString("structure");
    Set<String> parts = new HashSet<>(Set.of(structure));
    if (manifest.containsKey("plan")) {
      parts.add(manifest.getString("plan"));
    }
    manifest
        .getJsonObject("text")
        .values()
        .forEach(text -> parts.add(((JsonString) text).getString()));
    return new FormVersions.Version(found.publishedAt(), structure, parts);
  }
}
