package org.kadam.exchange.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;
import org.kadam.course.entity.Packages;
import org.kadam.course.entity.PublishedVersion;
import org.kadam.event.control.Batch;
import org.kadam.event.control.Intake;
import org.kadam.event.control.Voucher;
import org.kadam.event.entity.Ledger;
import org.kadam.exchange.control.Past;
import org.kadam.exchange.control.PastFile;
import org.kadam.worker.boundary.LoadDemo;
import org.kadam.worker.control.Demo;
import org.kadam.worker.entity.Worker;
import org.kadam.worker.entity.Workers;

/**
 * Gives the demo districts their past: what the phones of their workers would have sent goes
 * through the same intake, a worker a batch, once the roster is there and without holding up the
 * start. A worker's batch is in whole or not at all, so a killed replay goes on where it was.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReplayHistory {

  private static final Logger LOG = Logger.getLogger(ReplayHistory.class.getName());
  private static final List<String> DISTRICTS = List.of("muzaffarpur", "bokeo");
  private static final long PATIENCE_MILLIS = 2_000;

  /** A breath after each batch, so that people who are using the demo come first. */
  private static final long PAUSE_MILLIS = 3;

  @Resource private TimerService timers;
  @Inject private Demo demo;
  @Inject private LoadDemo roster;
  @Inject private Workers workers;
  @Inject private Packages packages;
  @Inject private Ledger ledger;
  @Inject private Intake intake;

  @PostConstruct
  void begin() {
    if (demo.wanted()) {
      timers.createSingleActionTimer(PATIENCE_MILLIS, new TimerConfig(null, false));
    }
  }

  @Timeout
  void replay() {
    List<PublishedVersion> courses = packages.current("course");
    List<PublishedVersion> forms = packages.current("form");
    if (!roster.done() || courses.isEmpty() || forms.isEmpty()) {
      timers.createSingleActionTimer(PATIENCE_MILLIS, new TimerConfig(null, false));
      return;
    }
    String formHash = forms.get(0).manifest().getString("structure");
    JsonObject form = packages.content(formHash).orElseThrow();
    Map<UUID, Batch> batches = new LinkedHashMap<>();
    for (String district : DISTRICTS) {
      List<Past> pasts = PastFile.shipped(district);
      Map<String, Worker> known = workers.byCodes(pasts.stream().map(Past::code).toList());
      for (Past past : pasts) {
        Worker worker = known.get(past.code());
        if (worker != null) {
          batches.put(
              worker.id(), past.batch(worker.id(), courses.get(0).manifest(), formHash, form));
        }
      }
    }
    int taken = take(batches);
    LOG.info("The demo has its past: " + taken + " workers' phones were replayed");
  }

  private int take(Map<UUID, Batch> batches) {
    List<UUID> firsts = new ArrayList<>();
    batches.values().forEach(batch -> firsts.add(first(batch)));
    Set<UUID> here = ledger.entries(firsts).keySet();
    int taken = 0;
    for (var batch : batches.entrySet()) {
      if (!here.contains(first(batch.getValue()))) {
        intake.take(batch.getValue(), Voucher.replay(batch.getKey()), batch.getValue().sentAt());
        taken++;
        pause();
      }
    }
    return taken;
  }

  private static UUID first(Batch batch) {
    return UUID.fromString(
        ((JsonString) batch.events().get(0).asJsonObject().get("id")).getString());
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
