package org.kadam.privacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * The erasure list as text, an id and a time a line, and the file outside the database in which it
 * is kept: a backup of the database must not be its only place.
 */
@ApplicationScoped
public class ErasureList {

  private static final String HEAD = "worker_id,erased_at\n";

  @Inject
  @ConfigProperty(name = "KADAM_ERASURE_LIST")
  private Optional<String> file;

  /** The list as text. */
  public static String text(Map<UUID, Instant> erased) {
    StringBuilder text = new StringBuilder(HEAD);
    erased.forEach((worker, at) -> text.append(line(worker, at)));
    return text.toString();
  }

  private static String line(UUID worker, Instant at) {
    return worker + "," + at + "\n";
  }

  /**
   * The list that a text holds.
   *
   * @throws Problem INVALID with the line that is none
   */
  public static Map<UUID, Instant> read(String text) {
    Map<UUID, Instant> erased = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.split("\\R")) {
      number++;
      if (line.isBlank() || (line + "\n").equals(HEAD)) {
        continue;
      }
      String[] parts = line.strip().split(",", 2);
      try {
        erased.putIfAbsent(UUID.fromString(parts[0]), Instant.parse(parts[1]));
      } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
        throw new Problem(Kind.INVALID, "line " + number, "A worker's id, a comma and a time");
      }
    }
    return erased;
  }

  /** What the file says; nothing where there is none yet, or none is wanted. */
  public Map<UUID, Instant> kept() {
    return file.map(Path::of)
        .filter(Files::exists)
        .map(
            path -> {
              try {
                return read(Files.readString(path));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .orElse(Map.of());
  }

  /** Adds what the file lacks; it is only ever added to. */
  public synchronized void keep(Map<UUID, Instant> erased) {
    if (file.isEmpty()) {
      return;
    }
    Path path = Path.of(file.get());
    Map<UUID, Instant> known = kept();
    StringBuilder more = new StringBuilder(Files.exists(path) ? "" : HEAD);
    erased.forEach(
        (worker, at) -> {
          if (!known.containsKey(worker)) {
            more.append(line(worker, at));
          }
        });
    try {
      if (more.length() > 0) {
        Files.writeString(
            path,
            more,
            StandardCharsets.US_ASCII,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND,
            StandardOpenOption.SYNC);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The erasure list could not be written", e);
    }
  }
}
