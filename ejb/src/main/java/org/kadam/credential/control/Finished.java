package org.kadam.credential.control;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kadam.language.Texts;
import org.kadam.learning.entity.Progress;

/**
 * A course of which somebody has finished every module that it has now.
 *
 * @param at when she finished the last of them
 */
public record Finished(String course, Texts title, Instant at) {

  /** A mark for breaking lines, which publishing puts into Lao; paper has its own way. */
  private static final String MAY_BREAK = "\u200b";

  /**
   * @param manifest of a course, as it is published
   * @param progress of one worker, in every course
   */
  public static Optional<Finished> of(JsonObject manifest, List<Progress.Module> progress) {
    String course = manifest.getString("id");
    Map<String, Instant> finished =
        progress.stream()
            .filter(module -> module.course().equals(course) && module.finishedAt() != null)
            .collect(Collectors.toMap(Progress.Module::module, Progress.Module::finishedAt));
    List<String> modules =
        manifest.getJsonArray("modules").getValuesAs(JsonObject.class).stream()
            .map(module -> module.getString("id"))
            .toList();
    return modules.isEmpty() || !finished.keySet().containsAll(modules)
        ? Optional.empty()
        : modules.stream()
            .map(finished::get)
            .max(Instant::compareTo)
            .map(at -> new Finished(course, title(manifest.getJsonObject("title")), at));
  }

  private static Texts title(JsonObject title) {
    return new Texts(plain(title, "en"), plain(title, "hi"), plain(title, "lo"));
  }

  private static String plain(JsonObject title, String tag) {
    return title.getString(tag).replace(MAY_BREAK, "");
  }
}
