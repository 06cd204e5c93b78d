package org.kadam.exchange.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kadam.event.boundary.DriveProjections;
import org.kadam.event.control.Batch;
import org.kadam.event.control.Intake;
import org.kadam.event.control.Receipt;
import org.kadam.event.control.Voucher;
import org.kadam.exchange.control.SheetCode;
import org.kadam.exchange.control.SheetContent;
import org.kadam.exchange.control.SheetEvents;
import org.kadam.exchange.control.SheetQuestion;
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
 * A helper enters what a worker of hers has answered on paper. It becomes the worker's events, as
 * if a phone had sent them, with the source {@code paper}. A sheet is entered once: what comes
 * after the first time changes nothing.
 */
@Stateless
@RolesAllowed("helper")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EnterSheet {

  @Inject private CurrentWorker current;
  @Inject private PinRight right;
  @Inject private Sheets sheets;
  @Inject private SheetContent content;
  @Inject private Intake intake;
  @Inject private DriveProjections projections;
  @Inject private WorkerNames names;
  @Inject private OrgUnits units;
  @Inject private Looks looks;

  /** Whose sheet it is. */
  public record Her(UUID id, String code, String name) {}

  /**
   * A sheet as it is to be entered, in the words that were printed.
   *
   * @param madeOn the day it was printed, where she works; she cannot have answered before
   * @param today the day it is there now; nor later, whatever the clock of the caller's phone says
   * @param enteredAt when it was entered, or null
   */
  public record Shown(
      String code,
      Her worker,
      String title,
      String language,
      LocalDate madeOn,
      LocalDate today,
      Instant enteredAt,
      List<SheetQuestion> questions) {}

  /**
   * What she answered.
   *
   * @param on the day on which she did
   * @param answers the ids of what she ticked, by question; what she left out is missing
   * @param helped the questions with which somebody helped her, or null
   */
  public record Answers(LocalDate on, Map<String, List<String>> answers, Set<String> helped) {}

  /**
   * What became of it.
   *
   * @param answers how many of the answers were taken
   * @param events how many events are in the ledger now by this sheet
   * @param already whether it had been entered before, and nothing was changed
   */
  public record Entered(int answers, int events, boolean already) {}

  /**
   * @throws Problem NOT_FOUND where there is no such sheet, or it is not one of her workers'
   */
  public Shown show(String code) {
    Worker helper = current.require();
    Sheet sheet = sheet(helper, code);
    Worker her = right.helped(helper, sheet.workerId());
    looks.note(helper.id(), Role.HELPER, Looks.Why.HELPED, List.of(her.id()));
    SheetContent.Words words = content.words(sheet.printed());
    return new Shown(
        sheet.code(),
        new Her(her.id(), her.code(), names.of(List.of(her.id())).get(her.id())),
        words.title(),
        words.language().tag(),
        LocalDate.ofInstant(sheet.madeAt(), zone(her)),
        LocalDate.now(zone(her)),
        sheet.enteredAt().orElse(null),
        words.questions());
  }

  /**
   * @throws Problem NOT_FOUND as {@link #show}; INVALID for answers that the sheet does not have,
   *     none at all, or a day on which it was not yet printed or that is still to come
   */
  public Entered enter(String code, Answers said) {
    Worker helper = current.require();
    Sheet sheet = sheet(helper, code);
    Worker her = right.helped(helper, sheet.workerId());
    if (sheet.enteredAt().isPresent()) {
      return new Entered(0, 0, true);
    }
    List<SheetQuestion> questions = content.words(sheet.printed()).questions();
    check(questions, said);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Batch batch =
        SheetEvents.of(
            sheet,
            questions,
            said.answers(),
            said.helped() == null ? Set.of() : said.helped(),
            at(said.on(), sheet, zone(her), now),
            now);
    Receipt receipt = intake.take(batch, Voucher.paper(her.id(), helper.id()), now);
    sheets.entered(sheet.code(), helper.id(), now);
    projections.soon();
    Set<String> taken =
        receipt.results().stream()
            .filter(result -> !result.status().equals("quarantined"))
            .map(Receipt.Result::id)
            .collect(Collectors.toSet());
    int answers =
        (int)
            batch.events().stream()
                .map(JsonValue::asJsonObject)
                .filter(event -> !event.getString("type").equals("attempt.finished"))
                .filter(event -> taken.contains(event.getString("id")))
                .count();
    return new Entered(answers, taken.size(), false);
  }

  private Sheet sheet(Worker helper, String code) {
    return SheetCode.typed(code)
        .flatMap(sheets::find)
        .filter(sheet -> right.helps(helper, sheet.workerId()))
        .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is no such sheet here"));
  }

  private ZoneId zone(Worker her) {
    return units.find(her.unitId()).orElseThrow().timeZone();
  }

  private static void check(List<SheetQuestion> questions, Answers said) {
    Map<String, SheetQuestion> asked =
        questions.stream().collect(Collectors.toMap(SheetQuestion::id, Function.identity()));
    if (said.answers().isEmpty()) {
      throw new Problem(Kind.INVALID, "answers", "At least one question must be answered");
    }
    said.answers()
        .forEach(
            (question, chosen) -> {
              if (!asked.containsKey(question)
                  || chosen == null
                  || chosen.contains(null)
                  || !asked.get(question).takes(chosen)) {
                throw new Problem(Kind.INVALID, "answers", "These are no answers of this sheet");
              }
            });
  }

  /** Noon where she works, but neither before it was printed nor later than now. */
  private static Instant at(LocalDate on, Sheet sheet, ZoneId zone, Instant now) {
    if (on.isBefore(LocalDate.ofInstant(sheet.madeAt(), zone))
        || on.isAfter(LocalDate.ofInstant(now, zone))) {
      throw new Problem(Kind.INVALID, "on", "A day since it was printed, and not to come");
    }
    Instant noon = on.atTime(LocalTime.NOON).atZone(zone).toInstant();
    Instant after = noon.isBefore(sheet.madeAt()) ? sheet.madeAt() : noon;
    return after.isAfter(now) ? now : after;
  }
}
