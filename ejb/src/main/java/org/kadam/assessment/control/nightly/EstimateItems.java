package org.kadam.assessment.control.nightly;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kadam.assessment.control.Bank;
import org.kadam.assessment.control.analysis.Estimates;
import org.kadam.assessment.control.analysis.Estimates.Estimated;
import org.kadam.assessment.control.analysis.Snapshot;
import org.kadam.assessment.entity.Calibrations;
import org.kadam.assessment.entity.Calibrations.ItemRow;
import org.kadam.course.control.ContentFiles;

/** Works out all difficulties at once, and why they could not be published. */
@Dependent
@Named("estimateItems")
public class EstimateItems extends AbstractBatchlet {

  private static final Jsonb JSON = JsonbBuilder.create();

  @Inject @BatchProperty private String calibration;

  @Inject private Calibrations calibrations;

  /** How well an item fits; null for what cannot be said. */
  public record Fit(Double infit, Double outfit, Double p) {}

  @Override
  public String process() {
    UUID id = UUID.fromString(calibration);
    Snapshot snapshot = Snapshot.of(calibrations.snapshot(id));
    Estimates estimates = Estimates.of(snapshot);
    List<ItemRow> rows = new ArrayList<>();
    Map<String, Double> known = new HashMap<>();
    for (int nth = 0; nth < snapshot.columns().size(); nth++) {
      Snapshot.Column column = snapshot.columns().get(nth);
      Estimated estimated = estimates.items().get(nth);
      if (estimated != null) {
        known.put(column.item(), estimated.difficulty());
      }
      rows.add(
          new ItemRow(
              nth,
              column.item(),
              column.version(),
              column.area(),
              column.guess(),
              column.spread(),
              estimated == null ? null : estimated.difficulty(),
              estimated == null ? null : estimated.error(),
              JSON.toJson(
                  estimated == null
                      ? new Fit(null, null, null)
                      : new Fit(estimated.infit(), estimated.outfit(), estimated.p())),
              null));
    }
    calibrations.estimated(
        id,
        rows,
        estimates.shift(),
        JSON.toJson(Bank.of(ContentFiles.shipped()).cells(known)),
        JSON.toJson(estimates.faults()),
        Instant.now());
    return "COMPLETED";
  }
}
