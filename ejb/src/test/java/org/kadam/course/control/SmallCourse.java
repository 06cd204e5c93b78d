package org.kadam.course.control;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kadam.course.cardtype.CardTypes;

/** A sound course of one module with a card of each type, to be broken in one place at a time. */
final class SmallCourse {

  private final Path folder;

  /** A copy of the course in a folder that may be changed. */
  SmallCourse(Path folder) throws IOException {
    this.folder = folder;
    Path from = fixture();
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  private static Path fixture() {
    try {
      return Path.of(SmallCourse.class.getResource("/fixture/course/small/course.yaml").toURI())
          .getParent()
          .getParent()
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static CourseDraft sound() {
    return CourseDraft.read(ContentFiles.in(fixture()), "small");
  }

  /** Replaces a text in a file of the course; it must be there. */
  SmallCourse with(String file, String old, String now) throws IOException {
    Path path = folder.resolve("course/small/" + file);
    String before = Files.readString(path);
    if (!before.contains(old)) {
      throw new IllegalArgumentException("Not in " + file + ": " + old);
    }
    Files.writeString(path, before.replace(old, now));
    return this;
  }

  SmallCourse without(String file) throws IOException {
    Files.delete(folder.resolve("course/small/" + file));
    return this;
  }

  /** Puts a file into the course. */
  SmallCourse put(String file, byte[] content) throws IOException {
    Files.write(folder.resolve("course/small/" + file), content);
    return this;
  }

  CourseDraft read() {
    return CourseDraft.read(ContentFiles.in(folder), "small");
  }

  List<String> faults() {
    return faults(read());
  }

  /** The faults; of YAML without the line, which a change elsewhere in the fixture would move. */
  static List<String> faults(CourseDraft draft) {
    Faults faults = new Faults();
    new CourseCheck(CardTypes.builtIn()).check(draft, faults);
    return faults.found().stream()
        .map(f -> f.toString().replaceFirst("\\.yaml:[0-9]+", ".yaml"))
        .toList();
  }
}
