package org.kadam.worker.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;
import org.kadam.worker.control.Demo;
import org.kadam.worker.control.Roster;
import org.kadam.worker.entity.Accounts;
import org.kadam.worker.entity.Worker;
import org.kadam.worker.entity.Workers;

/**
 * Brings the demo rosters into an empty database right after the start, without holding it up, by
 * the same way that every roster takes. One transaction, so that a killed start leaves the database
 * empty and the next one begins again.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class LoadDemo {

  private static final Logger LOG = Logger.getLogger(LoadDemo.class.getName());
  private static final List<String> ROSTERS = List.of("muzaffarpur", "bokeo");
  private static final List<String> FILES = List.of("units", "workers", "assignments");

  @Resource private TimerService timers;
  @Inject private Demo demo;
  @Inject private Roster roster;
  @Inject private Workers workers;
  @Inject private Accounts accounts;

  @PostConstruct
  void begin() {
    if (demo.wanted()) {
      timers.createSingleActionTimer(0, new TimerConfig(null, false));
    }
  }

  /** Whether nothing is left to load: the demo is there, or none is wanted. */
  public boolean done() {
    return !demo.wanted() || workers.any();
  }

  @Timeout
  void load() {
    workers.oneRosterAtATime();
    if (workers.any()) {
      return;
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    int rows = 0;
    for (String place : ROSTERS) {
      for (String file : FILES) {
        rows += load("/kadam/roster/" + place + "/" + file + ".csv", now);
      }
    }
    openAccounts();
    LOG.info("The demo is loaded: " + rows + " rows");
  }

  private void openAccounts() {
    if (!demo.others()) {
      accounts.holdBack();
    }
    if (!demo.printed().isEmpty()) {
      List<UUID> printed =
          workers.byCodes(demo.printed()).values().stream().map(Worker::id).toList();
      accounts.print(printed, demo.pin(), Instant.now());
    }
  }

  private int load(String path, Instant now) {
    try (InputStream file = LoadDemo.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("The content has no " + path);
      }
      return roster.take(file, now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
