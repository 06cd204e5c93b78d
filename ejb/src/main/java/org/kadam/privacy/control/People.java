package org.kadam.privacy.control;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kadam.language.Language;
import org.kadam.orgunit.entity.Department;

/**
 * What this component must know of people. The worker component, which stands above it, tells; so
 * that privacy stands below everybody who keeps something about people.
 */
public interface People {

  /**
   * Somebody on the roster.
   *
   * @param department her line of command, or null
   * @param active false once she has left
   */
  record Person(
      UUID id, String code, Language language, UUID unit, Department department, boolean active) {}

  /**
   * Who asks.
   *
   * @throws org.kadam.problem.Problem FORBIDDEN where the account belongs to nobody
   */
  Person asking();

  Optional<Person> find(UUID id);

  /** Names by id, for showing one person to another; whoever asks notes the look. */
  Map<UUID, String> names(Collection<UUID> ids);

  /** Some of those who have left before a moment and not come back. */
  List<UUID> leftBefore(Instant moment, int most);
}
