package org.kadam.course.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kadam.course.cardtype.CardType;
import org.kadam.course.cardtype.CardTypes;
import org.kadam.language.Language;

/**
 * Whether a course may be published. Reports every fault: in the structure, in the texts of each
 * language, in the pictures. What passes can be built into packages and played on a phone.
 */
@ApplicationScoped
public class CourseCheck {

  private static final int FEWEST_CARDS = 3;
  private static final int MOST_CARDS = 7;
  private static final int MOST_MINUTES = 5;

  private CardTypes types;

  CourseCheck() {
    // for the container's proxy
  }

  @Inject
  public CourseCheck(CardTypes types) {
    this.types = types;
  }

  /** Adds what is wrong with the draft to {@code faults}. */
  public void check(CourseDraft draft, Faults faults) {
    faults.know(draft.lines());
    Faults.Spot spot = faults.at(draft.folder() + "/course.yaml", "");
    Shape shape =
        new Shape()
            .with("id", Shape.Of.ID)
            .with("version", Shape.Of.COUNT)
            .with("competences", Shape.Of.OBJECTS)
            .with("modules", Shape.Of.OBJECTS);
    Set<String> needed = new LinkedHashSet<>(Set.of("title", "summary"));
    // What the translator says about the state of the text; it is not published.
    Set<String> possible = new LinkedHashSet<>(Set.of("review"));
    boolean whole = shape.fits(draft.structure(), spot);
    if (whole) {
      spot.in("id")
          .faultIf(!draft.folder().endsWith("/" + draft.id()), "id", "The folder has another name");
      competences(draft.structure(), spot.in("competences"));
      modules(draft.structure(), needed, possible, spot.in("modules"));
      whole = faults.found().isEmpty();
    }
    if (whole) {
      texts(draft, new CardType.Words(needed, possible), faults);
      draft.texts().forEach((l, text) -> draft.sounds().check(text, faults.at(file(draft, l), "")));
      if (faults.found().isEmpty()) {
        said(draft, faults);
      }
    }
    draft.media().check(draft.structure(), faults);
  }

  private static void competences(JsonObject course, Faults.Spot spot) {
    Shape shape = new Shape().with("code", Shape.Of.TEXT).with("framework", Shape.Of.TEXT);
    var competences = course.getJsonArray("competences").getValuesAs(JsonObject.class);
    for (int i = 0; i < competences.size(); i++) {
      shape.fits(competences.get(i), spot.in(String.valueOf(i + 1)));
    }
  }

  private void modules(
      JsonObject course, Set<String> needed, Set<String> possible, Faults.Spot spot) {
    Shape shape =
        new Shape()
            .with("id", Shape.Of.ID)
            .with("minutes", Shape.Of.COUNT)
            .with("cards", Shape.Of.OBJECTS);
    List<JsonObject> modules = course.getJsonArray("modules").getValuesAs(JsonObject.class);
    spot.faultIf(modules.isEmpty(), "few", "A course has at least one module");
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < modules.size(); i++) {
      JsonObject module = modules.get(i);
      Faults.Spot here = spot.in(name(module, i));
      if (!shape.fits(module, here)) {
        continue;
      }
      String id = module.getString("id");
      here.faultIf(!ids.add(id), "double", "This id is there twice");
      here.in("minutes")
          .faultIf(module.getInt("minutes") > MOST_MINUTES, "long", "At most five minutes");
      needed.add("modules." + id + ".title");
      needed.add("modules." + id + ".summary");
      cards(module, "modules." + id + ".cards.", needed, possible, here.in("cards"));
    }
  }

  private void cards(
      JsonObject module,
      String prefix,
      Set<String> needed,
      Set<String> possible,
      Faults.Spot spot) {
    List<JsonObject> cards = module.getJsonArray("cards").getValuesAs(JsonObject.class);
    spot.faultIf(
        cards.size() < FEWEST_CARDS || cards.size() > MOST_CARDS,
        "count",
        "A module has 3 to 7 cards");
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < cards.size(); i++) {
      JsonObject card = cards.get(i);
      Faults.Spot here = spot.in(name(card, i));
      here.faultIf(!ids.add(name(card, i)), "double", "This id is there twice");
      int before = spot.faults().found().size();
      Optional<CardType> type = type(card);
      type.ifPresentOrElse(
          known -> known.check(card, here), () -> here.fault("type", "There is no such card type"));
      if (spot.faults().found().size() == before && type.isPresent()) {
        CardType.Words words = type.get().words(card);
        words.needed().forEach(key -> needed.add(prefix + card.getString("id") + "." + key));
        words.possible().forEach(key -> possible.add(prefix + card.getString("id") + "." + key));
        possible.add(prefix + card.getString("id") + ".sound");
      }
    }
  }

  private Optional<CardType> type(JsonObject card) {
    return card.get("type") instanceof JsonString type
        ? types.named(type.getString())
        : Optional.empty();
  }

  private static String name(JsonObject object, int index) {
    return object.get("id") instanceof JsonString id ? id.getString() : String.valueOf(index + 1);
  }

  private static void texts(CourseDraft draft, CardType.Words words, Faults faults) {
    Map<Language, Set<String>> keys = new EnumMap<>(Language.class);
    draft
        .texts()
        .forEach(
            (language, text) -> {
              TextKeys.check(text, words, faults.at(file(draft, language), ""));
              keys.put(language, TextKeys.leaves(text).keySet());
            });
    Set<String> all = new LinkedHashSet<>();
    keys.values().forEach(all::addAll);
    all.retainAll(words.possible());
    all.remove("review");
    all.removeIf(Sounds::isKey); // they come as they are recorded
    keys.forEach(
        (language, own) ->
            all.stream()
                .filter(key -> !own.contains(key))
                .forEach(
                    key ->
                        faults
                            .at(file(draft, language), key)
                            .fault("missing", "Another language has this text")));
  }

  /** What a type asks of the words themselves; all of them are there. */
  private void said(CourseDraft draft, Faults faults) {
    for (JsonObject module :
        draft.structure().getJsonArray("modules").getValuesAs(JsonObject.class)) {
      String id = module.getString("id");
      for (JsonObject card : module.getJsonArray("cards").getValuesAs(JsonObject.class)) {
        CardType type = type(card).orElseThrow();
        draft
            .texts()
            .forEach(
                (language, text) ->
                    type.said(
                        card,
                        text.getJsonObject("modules")
                            .getJsonObject(id)
                            .getJsonObject("cards")
                            .getJsonObject(card.getString("id")),
                        faults.at(
                            file(draft, language),
                            "modules." + id + ".cards." + card.getString("id"))));
      }
    }
  }

  private static String file(CourseDraft draft, Language language) {
    return draft.folder() + "/text." + language.tag() + ".yaml";
  }
}
