package org.kadam.credential.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kadam.privacy.control.Holding;
import org.kadam.privacy.entity.Records;

/** Her certificates, with the codes under which others can read them. */
@ApplicationScoped
public class CertificateHolding implements Holding {

  private static final String CERTIFICATES =
      """
      select course, code, to_char(finished_on, 'YYYY-MM-DD') as "finishedOn",
        to_char(issued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt"
      from certificate where worker_id = :worker order by finished_on, course
      """;

  @Inject private Records records;

  @Override
  public String name() {
    return "credential";
  }

  @Override
  public Map<String, List<String>> tables() {
    return Map.of("certificate", List.of("worker_id"));
  }

  @Override
  public List<Kept> export(UUID worker) {
    return List.of(
        new Kept("certificates", "certificates", "server", records.about(worker, CERTIFICATES)));
  }

  @Override
  public void erase(UUID worker) {
    records.change(worker, "delete from certificate where worker_id = :worker");
  }
}
