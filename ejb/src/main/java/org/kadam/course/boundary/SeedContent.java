package org.kadam.course.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.kadam.course.control.ContentFiles;
import org.kadam.course.control.CourseDraft;
import org.kadam.course.control.Shelf;
import org.kadam.course.entity.Packages;

/**
 * Puts the courses that ship with the server into an empty database, once; from then on the
 * database rules, unless the setting says that the files do. Broken content stops the start, with
 * every fault named.
 */
@Singleton
@Startup
public class SeedContent {

  private static final Logger LOG = Logger.getLogger(SeedContent.class.getName());

  @Inject private Packages packages;
  @Inject private PublishCourse publish;

  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  void seed() {
    ContentFiles files = ContentFiles.shipped();
    Shelf shelf = Shelf.read(files);
    boolean anew = packages.due("shelf", "shelf");
    for (Shelf.Place place : shelf.courses()) {
      String course = place.course();
      if (packages.due("course", course)) {
        publish.publish(CourseDraft.read(files, course));
        anew = true;
        LOG.info(() -> "Course " + course + " is published as its files say");
      }
    }
    if (anew) {
      // a course that is new has its place only in the files
      packages.makeCurrent(shelf.manifest());
    }
  }
}
