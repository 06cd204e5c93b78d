package org.kadam.worker.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kadam.orgunit.entity.Jurisdictions;
import org.kadam.orgunit.entity.Role;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.Columns;
import org.kadam.worker.control.CurrentWorker;
import org.kadam.worker.control.Headings;
import org.kadam.worker.control.Roster;
import org.kadam.worker.entity.RosterImports;
import org.kadam.worker.entity.RosterImports.Standing;
import org.kadam.worker.entity.RosterImports.State;
import org.kadam.worker.entity.RosterRows;
import org.kadam.worker.entity.RosterUploads;

/**
 * An administrator sends a roster and does not wait: it is read and compared in the background
 * ({@link WorkOnRosters}), she looks at the differences ({@link WatchRosters}), and says yes or
 * puts it aside. Each step is kept, so that she can close the page and come back.
 */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SendRoster {

  private static final long LARGEST = 24L * 1024 * 1024;
  private static final int MOST_NAMED = 1_000;
  private static final Jsonb JSON = JsonbBuilder.create();

  @Inject private CurrentWorker current;
  @Inject private Jurisdictions jurisdictions;
  @Inject private RosterImports imports;
  @Inject private RosterUploads uploads;
  @Inject private RosterRows rows;
  @Inject private Headings headings;

  /** Under which a roster that was sent is known from now on. */
  public record Sent(UUID id) {}

  /**
   * What the headings of a file mean.
   *
   * @param headings our column by heading of the file; empty for a column that is left out
   * @param all by our column, a value that holds for every row
   */
  public record Mapping(Map<String, String> headings, Map<String, String> all) {}

  /**
   * A yes to what was shown.
   *
   * @param hash of the differences that were shown
   * @param allLeft whether everybody who is missing has left
   * @param left otherwise the codes of those who have, at most 1,000
   */
  public record Yes(String hash, boolean allLeft, List<String> left) {}

  /**
   * Takes an upload in.
   *
   * @throws Problem TOO_LARGE over 24 MB, or where it does not arrive whole
   */
  public Sent send(InputStream file) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    UUID me = current.id();
    // Put aside until it is whole, so that nobody begins to read it.
    UUID id = imports.begin(State.DROPPED, me, jurisdictions.of(me, Role.ADMIN.code()), now);
    long size = 0;
    try {
      int n = 0;
      for (byte[] piece = file.readNBytes(RosterUploads.PIECE);
          piece.length > 0;
          piece = file.readNBytes(RosterUploads.PIECE)) {
        size += piece.length;
        if (size > LARGEST) {
          throw tooLarge(id);
        }
        uploads.keep(id, n++, piece);
      }
    } catch (IOException e) {
      throw tooLarge(id);
    }
    imports.received(id, size);
    imports.move(id, List.of(State.DROPPED), State.RECEIVED);
    return new Sent(id);
  }

  private Problem tooLarge(UUID id) {
    imports.forget(id);
    return new Problem(
        Kind.TOO_LARGE, "The file did not arrive whole, or has more than 24 MB; split it");
  }

  /**
   * Says what the headings mean, and has the file read with that; remembered for the next file.
   *
   * @throws Problem NOT_FOUND; CONFLICT where it does not wait for that; INVALID
   */
  public void map(UUID id, Mapping mapping) {
    Standing standing = find(id);
    if (mapping == null
        || mapping.headings() == null
        || mapping.headings().containsValue(null)
        || mapping.all() != null && mapping.all().containsValue(null)) {
      throw new Problem(Kind.INVALID, "headings", "Say what each heading means");
    }
    Columns columns =
        new Columns(mapping.headings(), mapping.all() == null ? Map.of() : mapping.all());
    check(standing, columns);
    if (!imports.move(id, List.of(State.MAPPING, State.REFUSED, State.READY), State.DROPPED)) {
      throw new Problem(Kind.CONFLICT, "This import does not wait for its columns any more");
    }
    imports.head(id, standing.headings(), JSON.toJson(mapping));
    headings.remember(columns, Instant.now());
    imports.move(id, List.of(State.DROPPED), State.CHECKING);
  }

  private static void check(Standing standing, Columns columns) {
    Set<String> known = new HashSet<>();
    if (standing.headings() != null) {
      known.addAll(List.of(JSON.fromJson(standing.headings(), String[].class)));
    }
    if (Headings.ours(List.copyOf(known))) {
      throw new Problem(Kind.CONFLICT, "The headings of this file are ours as they stand");
    }
    if (!known.containsAll(columns.headings().keySet())) {
      throw new Problem(Kind.INVALID, "headings", "The file has no such heading");
    }
    columns
        .kind(List.copyOf(known))
        .map(columns::faults)
        .filter(List::isEmpty)
        .orElseThrow(
            () ->
                new Problem(
                    Kind.INVALID, "headings", "These columns make no roster, or a value none"));
  }

  /**
   * Has done what was shown, in the background; if the roster has changed meanwhile, the new
   * differences are shown instead.
   *
   * @throws Problem NOT_FOUND; CONFLICT where something else was shown last; INVALID
   */
  public void confirm(UUID id, Yes yes) {
    Standing standing = find(id);
    if (yes == null || yes.hash() == null) {
      throw new Problem(Kind.INVALID, "hash", "Say what was shown");
    }
    List<String> left = yes.left() == null ? List.of() : yes.left();
    if (left.size() > MOST_NAMED) {
      throw new Problem(Kind.INVALID, "left", "At most 1,000 can be named");
    }
    if (standing.state() != State.READY || !yes.hash().equals(standing.hash())) {
      throw new Problem(Kind.CONFLICT, "Not this is what the import would do; look again");
    }
    imports.confirmed(id, current.id(), JSON.toJson(new Roster.Leave(yes.allLeft(), left)));
    if (!imports.move(id, List.of(State.READY), State.CONFIRMED)) {
      throw new Problem(Kind.CONFLICT, "Not this is what the import would do; look again");
    }
  }

  /** Puts an import aside that was not confirmed; what was kept of it is deleted. */
  public void drop(UUID id) {
    find(id);
    if (!imports.move(
        id, List.of(State.MAPPING, State.REFUSED, State.READY, State.FAILED), State.DROPPED)) {
      throw new Problem(Kind.CONFLICT, "This import cannot be put aside now");
    }
    uploads.forget(id);
    rows.forget(id);
  }

  private Standing find(UUID id) {
    UUID me = current.id();
    return imports
        .find(id, me, jurisdictions.of(me, Role.ADMIN.code()))
        .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is no such import"));
  }
}
