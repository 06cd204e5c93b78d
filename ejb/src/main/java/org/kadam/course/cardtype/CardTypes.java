package org.kadam.course.cardtype;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The card types there are, by name. Two of one name stop the start. */
@ApplicationScoped
public class CardTypes {

  private Map<String, CardType> byName = Map.of();

  CardTypes() {
    // for the container's proxy
  }

  @Inject
  CardTypes(@Any Instance<CardType> types) {
    this(types.stream().toList());
  }

  private CardTypes(List<CardType> types) {
    Map<String, CardType> named = new TreeMap<>();
    for (CardType type : types) {
      if (named.put(type.name(), type) != null) {
        throw new IllegalStateException("Two card types are called " + type.name());
      }
    }
    byName = named;
  }

  /** A catalogue of exactly these, for use without a container. */
  public static CardTypes of(List<CardType> types) {
    return new CardTypes(types);
  }

  /** A catalogue of what ships, for use without a container. */
  public static CardTypes builtIn() {
    return of(
        List.of(
            new Story(),
            new Chat(),
            new Phone(),
            new Choice(),
            new Order(),
            new Match(),
            new Compose(),
            new Pledge()));
  }

  public Optional<CardType> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
