package org.kadam.equity.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kadam.equity.control.Labels;
import org.kadam.equity.control.Report;
import org.kadam.equity.control.ReportPages;
import org.kadam.equity.control.ReportSheet;
import org.kadam.equity.control.Telling;
import org.kadam.equity.entity.Census;
import org.kadam.equity.entity.Censuses;
import org.kadam.equity.entity.Group;
import org.kadam.equity.entity.Subject;
import org.kadam.language.Language;
import org.kadam.orgunit.entity.Jurisdictions;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.orgunit.entity.Role;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;

/**
 * Tells an officer, in numbers alone, whether some of the workers of her own places and department
 * are left behind: on the screen, as pages to print and forward, and as a table.
 */
@Stateless
@RolesAllowed("officer")
public class ReportEquity {

  @Inject private CurrentWorker current;
  @Inject private Jurisdictions jurisdictions;
  @Inject private OrgUnits places;
  @Inject private Censuses censuses;

  @Inject
  @ConfigProperty(name = "KADAM_DEMO", defaultValue = "false")
  private boolean invented;

  /** A report as a file, and a name to save it under. */
  public record File(String name, byte[] bytes) {}

  /**
   * @throws Problem FORBIDDEN where no place is assigned to her
   */
  public Report report() {
    return report(subject());
  }

  /** The report as pages, PDF/A-2a and PDF/UA-1. */
  public File pages(Language language) {
    Subject subject = subject();
    Report report = report(subject);
    ZonedDateTime made = ZonedDateTime.now(subject.place().timeZone());
    return new File(
        name(report, language, ".pdf"), ReportPages.of(report, language, invented, made));
  }

  /** The report as a table, one figure a line. */
  public File sheet(Language language) {
    Report report = report();
    return new File(name(report, language, ".csv"), ReportSheet.of(report, language));
  }

  private Subject subject() {
    return Subject.of(jurisdictions.of(current.id(), Role.OFFICER.code()), places);
  }

  private Report report(Subject subject) {
    LocalDate today = LocalDate.now(subject.place().timeZone());
    Census census = censuses.count(subject, today);
    List<String> codes =
        census.breakdowns().stream()
            .filter(breakdown -> breakdown.dimension().ofPlaces())
            .flatMap(breakdown -> breakdown.groups().stream())
            .map(Group::code)
            .toList();
    Labels labels = new Labels(subject.place(), places.byCodes(codes));
    return Telling.of(subject, census, labels, today);
  }

  private static String name(Report report, Language language, String ending) {
    String what = report.place().code() + "-" + report.asOf();
    return "kadam-" + what + "-" + language.tag() + ending;
  }
}
