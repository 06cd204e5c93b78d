package org.kadam.assessment.control;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The published versions of one form. */
public record FormVersions(List<Version> versions) {

  /**
   * One of them.
   *
   * @param structure the hash of its structure
   * @param parts the hashes of all its parts, the structure among them
   */
  public record Version(Instant publishedAt, String structure, Set<String> parts) {}

  public FormVersions {
    versions =
        versions.stream()
            .sorted(Comparator.comparing(Version::publishedAt).thenComparing(Version::structure))
            .toList();
  }

  /**
   * The structure that an answer speaks of: the one it names or whose text it names, and else the
   * latest that was out when it was given (or the first of all). The answer will be the same when
   * it is asked again after later publications; empty only where nothing is published.
   *
   * @param hash a part's name, or null
   */
  public Optional<String> structure(String hash, Instant at) {
    Optional<Version> named =
        versions.stream().filter(v -> hash != null && v.parts().contains(hash)).findFirst();
    return named
        .or(
            () ->
                versions.stream()
                    .filter(v -> !v.publishedAt().isAfter(at))
                    .reduce((earlier, later) -> later))
        .or(() -> versions.stream().findFirst())
        .map(Version::structure);
  }
}
