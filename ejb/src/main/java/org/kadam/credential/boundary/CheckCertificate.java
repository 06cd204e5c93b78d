package org.kadam.credential.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kadam.credential.control.PublicPage;
import org.kadam.credential.control.Said;
import org.kadam.credential.entity.Certificates;
import org.kadam.worker.entity.WorkerNames;

/**
 * Anybody checks a certificate by its code, which only its owner can have given away. It is not
 * written down that somebody did: that would tell of the one who shows it and the one who looks.
 */
@Stateless
@PermitAll
public class CheckCertificate {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{22}");

  @Inject private Certificates certificates;
  @Inject private WorkerNames names;

  /** The page of a certificate; nothing where there is none. */
  public Optional<String> page(String code) {
    return Optional.ofNullable(code)
        .filter(each -> CODE.matcher(each).matches())
        .flatMap(certificates::find)
        .flatMap(
            one ->
                Optional.ofNullable(names.of(List.of(one.workerId())).get(one.workerId()))
                    .map(name -> new Said(name, one.title(), one.finishedOn())))
        .map(PublicPage::of);
  }
}
