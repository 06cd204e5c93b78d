package org.kadam.exchange.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kadam.exchange.control.SheetCode;
import org.kadam.exchange.control.SheetContent;
import org.kadam.exchange.control.SheetPages;
import org.kadam.exchange.entity.Sheet;
import org.kadam.exchange.entity.Sheets;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.orgunit.entity.Role;
import org.kadam.privacy.entity.Looks;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;
import org.kadam.worker.control.PinRight;
import org.kadam.worker.entity.Worker;
import org.kadam.worker.entity.WorkerNames;

/**
 * A helper prints questions for one of her workers, in the worker's language: those of the
 * assessment or of a module that are answered by choosing.
 */
@Stateless
@RolesAllowed("helper")
public class PrintSheet {

  @Inject
  @ConfigProperty(name = "KADAM_URL")
  private Optional<String> url;

  @Inject private CurrentWorker current;
  @Inject private PinRight right;
  @Inject private SheetContent content;
  @Inject private Sheets sheets;
  @Inject private WorkerNames names;
  @Inject private OrgUnits units;
  @Inject private Looks looks;

  /** The pages, and the code that stands on them. */
  public record Printout(String code, byte[] pages) {}

  /**
   * Each printing is a sheet of its own.
   *
   * @param kind {@code form} or {@code module}
   * @param name the form's id, or the course's and the module's with a slash between
   * @param reached where the caller reached this server; printed unless a setting says better
   * @throws Problem NOT_FOUND where the worker is not one of the caller's own, or there is no such
   *     content, or nothing of it can be answered on paper
   */
  public Printout print(UUID worker, String kind, String name, String reached) {
    Worker helper = current.require();
    Worker her = right.helped(helper, worker);
    Sheet.Printed printed =
        content
            .current(kind, name, her.language())
            .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There are no such questions here"));
    SheetContent.Words words = content.words(printed);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Sheet sheet = new Sheet(SheetCode.draw(), her.id(), printed, helper.id(), now);
    sheets.add(sheet);
    looks.note(helper.id(), Role.HELPER, Looks.Why.HELPED, List.of(her.id()));
    String address = url.orElse(reached).replaceFirst("/+$", "");
    SheetPages.Head head =
        new SheetPages.Head(
            sheet.code(),
            names.of(List.of(her.id())).get(her.id()) + " · " + her.code(),
            words.title(),
            address + "/#/sheet/" + sheet.code());
    ZonedDateTime made = now.atZone(units.find(her.unitId()).orElseThrow().timeZone());
    return new Printout(sheet.code(), SheetPages.of(head, her.language(), words.questions(), made));
  }
}
