package org.kadam.course.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kadam.course.entity.Packages;
import org.kadam.course.entity.Packages.Part;
import org.kadam.course.entity.PublishedVersion;
import org.kadam.json.CanonicalJson;
import org.kadam.language.Language;

/** Tells a phone what there is to learn and what it would cost to fetch. */
@Stateless
@RolesAllowed({"worker", "helper", "trainer", "officer", "admin"})
public class OfferCourses {

  @Inject private Packages packages;

  /**
   * The catalogue, and its own name: the same name means that nothing has changed.
   *
   * @param version 64 hexadecimal digits
   */
  public record Offer(Catalogue catalogue, String version) {}

  /** What is current now, in every language. */
  public Offer offer() {
    return offer(EnumSet.allOf(Language.class));
  }

  /** What is current now, for who reads one language. */
  public Offer offer(Language language) {
    return offer(EnumSet.of(language));
  }

  private Offer offer(Set<Language> languages) {
    Optional<JsonObject> shelf = packages.current("shelf", "shelf").map(PublishedVersion::manifest);
    Map<String, JsonObject> places = places(shelf);
    List<PublishedVersion> courses = inOrder(packages.current("course"), places);
    List<PublishedVersion> forms = packages.current("form");
    List<String> hashes = new ArrayList<>();
    courses.forEach(course -> modules(course).forEach(module -> collect(module, hashes)));
    forms.forEach(form -> collect(form.manifest(), hashes));
    Map<String, Integer> bytes = hashes.isEmpty() ? Map.of() : packages.bytes(hashes);
    Catalogue catalogue =
        new Catalogue(
            courses.stream().map(course -> course(course, places, bytes, languages)).toList(),
            shelf.map(OfferCourses::core).orElse(null),
            forms.stream()
                .findFirst()
                .map(form -> form(form.manifest(), bytes, languages))
                .orElse(null));
    return new Offer(catalogue, version(courses, forms, shelf, bytes, languages));
  }

  /** What the shelf says of each course, in its order. */
  private static Map<String, JsonObject> places(Optional<JsonObject> shelf) {
    Map<String, JsonObject> places = new LinkedHashMap<>();
    shelf.ifPresent(
        said ->
            said.getJsonArray("courses")
                .getValuesAs(JsonObject.class)
                .forEach(place -> places.put(place.getString("id"), place)));
    return places;
  }

  /** What has no place on the shelf comes last, the oldest first. */
  private static List<PublishedVersion> inOrder(
      List<PublishedVersion> courses, Map<String, JsonObject> places) {
    List<String> order = List.copyOf(places.keySet());
    return courses.stream()
        .sorted(
            Comparator.comparingInt(
                course -> {
                  int at = order.indexOf(course.manifest().getString("id"));
                  return at < 0 ? order.size() : at;
                }))
        .toList();
  }

  private static List<String> core(JsonObject shelf) {
    List<String> core = shelf.getJsonArray("core").getValuesAs(JsonString::getString);
    return core.isEmpty() ? null : List.copyOf(core);
  }

  private static Catalogue.Course course(
      PublishedVersion course,
      Map<String, JsonObject> places,
      Map<String, Integer> bytes,
      Set<Language> languages) {
    JsonObject manifest = course.manifest();
    JsonObject place = places.get(manifest.getString("id"));
    return new Catalogue.Course(
        manifest.getString("id"),
        texts(manifest, "title", languages),
        texts(manifest, "summary", languages),
        place == null || !place.containsKey("for")
            ? null
            : List.copyOf(place.getJsonArray("for").getValuesAs(JsonString::getString)),
        modules(course).stream().map(module -> module(module, bytes, languages)).toList());
  }

  private static Catalogue.Module module(
      JsonObject module, Map<String, Integer> bytes, Set<Language> languages) {
    return new Catalogue.Module(
        module.getString("id"),
        texts(module, "title", languages),
        texts(module, "summary", languages),
        module.getInt("minutes"),
        part(module.getString("structure"), bytes),
        parts(module, bytes));
  }

  private static Catalogue.Form form(
      JsonObject form, Map<String, Integer> bytes, Set<Language> languages) {
    return new Catalogue.Form(
        form.getString("id"),
        texts(form, "title", languages),
        form.getInt("minutes"),
        form.getInt("sittings"),
        part(form.getString("structure"), bytes),
        parts(form, bytes),
        form.containsKey("plan") ? part(form.getString("plan"), bytes) : null);
  }

  private static List<JsonObject> modules(PublishedVersion course) {
    return course.manifest().getJsonArray("modules").getValuesAs(JsonObject.class);
  }

  private static void collect(JsonObject named, List<String> hashes) {
    hashes.add(named.getString("structure"));
    if (named.containsKey("plan")) {
      hashes.add(named.getString("plan"));
    }
    named.getJsonObject("text").values().forEach(v -> hashes.add(((JsonString) v).getString()));
  }

  private static Part part(String hash, Map<String, Integer> bytes) {
    return new Part(hash, bytes.get(hash));
  }

  private static Map<String, Part> parts(JsonObject named, Map<String, Integer> bytes) {
    Map<String, Part> parts = new LinkedHashMap<>();
    JsonObject text = named.getJsonObject("text");
    text.keySet().forEach(tag -> parts.put(tag, part(text.getString(tag), bytes)));
    return parts;
  }

  private static Map<String, String> texts(JsonObject from, String key, Set<Language> languages) {
    JsonObject all = from.getJsonObject(key);
    Map<String, String> texts = new LinkedHashMap<>();
    languages.stream().map(Language::tag).forEach(tag -> texts.put(tag, all.getString(tag)));
    return texts;
  }

  /** Sizes count too: another compressor gives other sizes for the same content. */
  private static String version(
      List<PublishedVersion> courses,
      List<PublishedVersion> forms,
      Optional<JsonObject> shelf,
      Map<String, Integer> bytes,
      Set<Language> languages) {
    String all =
        courses.stream().map(PublishedVersion::hash).collect(Collectors.joining())
            + forms.stream().map(PublishedVersion::hash).collect(Collectors.joining())
            + shelf.map(PublishedVersion::hash).orElse("")
            + new TreeMap<>(bytes)
            + languages;
    return CanonicalJson.sha256(all.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }
}
