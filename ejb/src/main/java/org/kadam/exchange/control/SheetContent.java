package org.kadam.exchange.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.kadam.course.entity.Packages;
import org.kadam.course.entity.PublishedVersion;
import org.kadam.exchange.entity.Sheet.Printed;
import org.kadam.language.Language;

/** The published content that sheets are printed from, and read back by. */
@ApplicationScoped
public class SheetContent {

  @Inject private Packages packages;

  /** What is published now under a name; empty where there is nothing, or nothing for paper. */
  public Optional<Printed> current(String kind, String name, Language language) {
    Optional<JsonObject> named =
        kind.equals("form")
            ? packages.current("form", name).map(PublishedVersion::manifest)
            : module(name);
    return named
        .map(
            parts ->
                new Printed(
                    kind,
                    name,
                    parts.getString("structure"),
                    parts.getJsonObject("text").getString(language.tag())))
        .filter(printed -> !words(printed).questions().isEmpty());
  }

  private Optional<JsonObject> module(String name) {
    int slash = name.indexOf('/');
    return slash < 0
        ? Optional.empty()
        : packages
            .current("course", name.substring(0, slash))
            .flatMap(
                course ->
                    course.manifest().getJsonArray("modules").getValuesAs(JsonObject.class).stream()
                        .filter(module -> module.getString("id").equals(name.substring(slash + 1)))
                        .findFirst());
  }

  /**
   * A sheet's words as they were printed: published parts never change and never go away.
   *
   * @param title what the questions are about
   */
  public record Words(String title, Language language, List<SheetQuestion> questions) {}

  /** Reads what was printed. */
  public Words words(Printed printed) {
    JsonObject structure = packages.content(printed.structure()).orElseThrow();
    JsonObject text = packages.content(printed.text()).orElseThrow();
    return new Words(
        text.getString("title"),
        Language.of(text.getString("lang")).orElseThrow(),
        printed.kind().equals("form")
            ? SheetQuestion.ofForm(structure, text)
            : SheetQuestion.ofModule(structure, text));
  }
}
