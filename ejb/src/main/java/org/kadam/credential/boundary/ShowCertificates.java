package org.kadam.credential.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * A worker sees which courses she has finished, and has a certificate made of those that she
 * chooses: there is no page about anybody who never wanted one. Once made it stays, also when the
 * course gets further modules.
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
   * A course that she has finished, with its certificate if she wanted one.
   *
   * @param code the end of both addresses, the page to print and the one to check it; null until it
   *     is made
   * @param page where anybody can check it; null until it is made
   */
  public record Mine(String course, Texts title, LocalDate finishedOn, String code, String page) {}

  /**
   * A course of which she wants a certificate.
   *
   * @param course its id
   */
  public record Wish(@NotBlank @Size(max = 64) String course) {}

  /**
   * All that she has finished, the earliest first. Nothing is made by looking.
   *
   * @param reached where she reached this server, unless a setting says better
   */
  public List<Mine> mine(String reached) {
    Worker me = current.require();
    List<Certificate> made = certificates.of(me.id());
    Set<String> courses = made.stream().map(Certificate::course).collect(Collectors.toSet());
    return Stream.concat(
            made.stream().map(one -> mine(one, reached)),
            finished(me)
                .filter(each -> !courses.contains(each.course()))
                .map(each -> new Mine(each.course(), each.title(), day(each, me), null, null)))
        .sorted(Comparator.comparing(Mine::finishedOn).thenComparing(Mine::course))
        .toList();
  }

  /**
   * Makes the certificate of a course, and with it the public page; asked again, it is the same.
   *
   * @throws Problem NOT_FOUND for a course that she has not finished, or that is none
   */
  public Mine make(Wish wish, String reached) {
    Worker me = current.require();
    finished(me)
        .filter(each -> each.course().equals(wish.course()))
        .forEach(each -> certificates.issue(me.id(), each.course(), each.title(), day(each, me)));
    return certificates.of(me.id()).stream()
        .filter(one -> one.course().equals(wish.course()))
        .findFirst()
        .map(one -> mine(one, reached))
        .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "You have finished no such course"));
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

  private Mine mine(Certificate one, String reached) {
    String page = page(reached, one.code());
    return new Mine(one.course(), one.title(), one.finishedOn(), one.code(), page);
  }

  private Stream<Finished> finished(Worker me) {
    List<Progress.Module> done = progress.of(me.id());
    return packages.current("course").stream()
        .flatMap(course -> Finished.of(course.manifest(), done).stream());
  }

  private LocalDate day(Finished course, Worker me) {
    return LocalDate.ofInstant(course.at(), zone(me));
  }

  private ZoneId zone(Worker me) {
    return places.find(me.unitId()).orElseThrow().timeZone();
  }

  private String page(String reached, String code) {
    return url.orElse(reached).replaceFirst("/+$", "") + "/certificate/" + code;
  }
}
