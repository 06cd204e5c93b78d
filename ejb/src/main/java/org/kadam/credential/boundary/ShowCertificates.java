package org.kadam.credential.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kadam.course.entity.Packages;
import org.kadam.credential.control.Finished;
import org.kadam.credential.control.PrintedCertificate;
import org.kadam.credential.control.Said;
import org.kadam.credential.entity.Certificate;
import org.kadam.credential.entity.Certificates;
import org.kadam.language.Language;
import org.kadam.language.Texts;
import org.kadam.learning.entity.Progress;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;
import org.kadam.worker.entity.Worker;
import org.kadam.worker.entity.WorkerNames;

/**
 * A worker asks for the certificates of the courses that she has finished. One is made when she
 * asks for the first time, so that there is no page about anybody who never wanted one; from then
 * on it stays, also when the course gets further modules.
 */
@Stateless
@RolesAllowed({"worker", "helper", "trainer", "officer", "admin"})
public class ShowCertificates {

  @Inject
  @ConfigProperty(name = "KADAM_URL")
  private Optional<String> url;

  @Inject private CurrentWorker current;
  @Inject private Progress progress;
  @Inject private Packages packages;
  @Inject private Certificates certificates;
  @Inject private WorkerNames names;
  @Inject private OrgUnits places;

  /**
   * A certificate, as she is told of it.
   *
   * @param code the end of both addresses: the page to print and the one to check it
   * @param page where anybody can check it
   */
  public record Mine(String code, String course, Texts title, LocalDate finishedOn, String page) {}

  /**
   * Hers, the earliest first.
   *
   * @param reached where she reached this server, unless a setting says better
   */
  public List<Mine> mine(String reached) {
    Worker me = current.require();
    ZoneId zone = zone(me);
    List<Progress.Module> done = progress.of(me.id());
    packages.current("course").stream()
        .flatMap(course -> Finished.of(course.manifest(), done).stream())
        .forEach(
            each ->
                certificates.issue(
                    me.id(), each.course(), each.title(), LocalDate.ofInstant(each.at(), zone)));
    return certificates.of(me.id()).stream()
        .map(
            one ->
                new Mine(
                    one.code(),
                    one.course(),
                    one.title(),
                    one.finishedOn(),
                    page(reached, one.code())))
        .toList();
  }

  /**
   * One of hers to print, PDF/A-2a and PDF/UA-1.
   *
   * @param language null for hers
   * @throws Problem NOT_FOUND for a code that is nobody's, or somebody else's
   */
  public byte[] printed(String code, Language language, String reached) {
    Worker me = current.require();
    Certificate one =
        certificates
            .find(code)
            .filter(each -> each.workerId().equals(me.id()))
            .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "You have no such certificate"));
    return PrintedCertificate.of(
        new Said(names.of(List.of(me.id())).get(me.id()), one.title(), one.finishedOn()),
        language == null ? me.language() : language,
        page(reached, code),
        ZonedDateTime.now(zone(me)));
  }

  private ZoneId zone(Worker me) {
    return places.find(me.unitId()).orElseThrow().timeZone();
  }

  private String page(String reached, String code) {
    return url.orElse(reached).replaceFirst("/+$", "") + "/certificate/" + code;
  }
}
