package org.kadam.course.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.kadam.course.entity.PackagePart;
import org.kadam.course.entity.Packages;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * Gives out one published part, as it was compressed when it was published, or plain; or a
 * recording.
 */
@Stateless
@RolesAllowed({"worker", "helper", "trainer", "officer", "admin"})
public class FetchPart {

  @Inject private Packages packages;

  /**
   * The canonical JSON of a part.
   *
   * @param compressed whether the reader takes gzip
   * @throws Problem NOT_FOUND where nothing of this name was ever published
   */
  public byte[] bytes(String hash, boolean compressed) {
    PackagePart part =
        packages
            .part(hash)
            .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "Nothing of this name was published"));
    return compressed ? part.gzip() : part.plain();
  }

  /**
   * A recording.
   *
   * @throws Problem NOT_FOUND where nothing of this name was ever published
   */
  public byte[] sound(String hash) {
    return packages
        .sound(hash)
        .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "Nothing of this name was published"))
        .opus();
  }
}
