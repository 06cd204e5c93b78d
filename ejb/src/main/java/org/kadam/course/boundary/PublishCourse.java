package org.kadam.course.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.kadam.course.control.CourseCheck;
import org.kadam.course.control.CourseDraft;
import org.kadam.course.control.CoursePackages;
import org.kadam.course.control.Faults;
import org.kadam.course.entity.Packages;

/**
 * Publishes a course: checks it whole, builds its parts, and makes this version the current one.
 * What was published before stays as it was. Nobody reaches this from outside yet: content comes
 * from files at the start.
 */
@Stateless
@PermitAll
public class PublishCourse {

  @Inject private CourseCheck check;
  @Inject private Packages packages;

  /**
   * @throws Faults.Broken with every fault of the draft; then nothing was published
   */
  public void publish(CourseDraft draft) {
    Faults faults = new Faults();
    check.check(draft, faults);
    faults.refuse();
    JsonArrayBuilder modules = Json.createArrayBuilder();
    for (CoursePackages.Module module : CoursePackages.modules(draft)) {
      module.sounds().values().forEach(packages::storeSound);
      Packages.Parts parts = packages.store("module", module.structure(), module.texts());
      modules.add(
          Json.createObjectBuilder()
              .add("id", module.structure().getString("module"))
              .add("minutes", module.structure().getInt("minutes"))
              .add("title", Packages.each(module.texts(), "title"))
              .add("summary", Packages.each(module.texts(), "summary"))
              .addAll(Json.createObjectBuilder(Packages.names(parts))));
    }
    packages.makeCurrent(manifest(draft).add("modules", modules).build());
  }

  private static JsonObjectBuilder manifest(CourseDraft draft) {
    JsonObject structure = draft.structure();
    return Json.createObjectBuilder()
        .add("kind", "course")
        .add("id", draft.id())
        .add("version", structure.getInt("version"))
        .add("competences", structure.getJsonArray("competences"))
        .add("title", Packages.each(draft.texts(), "title"))
        .add("summary", Packages.each(draft.texts(), "summary"));
  }
}
