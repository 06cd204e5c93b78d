package org.kadam.assessment.itemtype;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The item types there are, by name. Two of one name stop the start. */
@ApplicationScoped
public class ItemTypes {

  private Map<String, ItemType> byName = Map.of();

  ItemTypes() {
    // for the container's proxy
  }

  @Inject
  ItemTypes(@Any Instance<ItemType> types) {
    this(types.stream().toList());
  }

  private ItemTypes(List<ItemType> types) {
    Map<String, ItemType> named = new TreeMap<>();
    for (ItemType type : types) {
      if (named.put(type.name(), type) != null) {
        throw new IllegalStateException("Two item types are called " + type.name());
      }
    }
    byName = named;
  }

  /** A catalogue of exactly these, for use without a container. */
  public static ItemTypes of(List<ItemType> types) {
    return new ItemTypes(types);
  }

  /** A catalogue of what ships, for use without a container. */
  public static ItemTypes builtIn() {
    return of(List.of(new Chat(), new Choice(), new Match(), new Order(), new Phone()));
  }

  public Optional<ItemType> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
