package org.kadam.event.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The projections there are, by name. Two of one name, or a bad name, stop the start. */
@ApplicationScoped
public class Projections {

  private Map<String, Projection> byName = Map.of();

  Projections() {
    // for the container's proxy
  }

  @Inject
  Projections(@Any Instance<Projection> projections) {
    this(projections.stream().toList());
  }

  Projections(List<Projection> projections) {
    Map<String, Projection> named = new TreeMap<>();
    for (Projection projection : projections) {
      String name = projection.name();
      if (!name.matches("[a-z][a-z-]{0,63}") || named.put(name, projection) != null) {
        throw new IllegalStateException("Two projections of one name, or a bad one: " + name);
      }
    }
    byName = named;
  }

  public Collection<Projection> all() {
    return byName.values();
  }

  public Optional<Projection> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
