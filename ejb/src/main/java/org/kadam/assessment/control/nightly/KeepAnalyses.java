package org.kadam.assessment.control.nightly;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kadam.assessment.entity.Calibrations;

/** Writes down what was seen of some items; they count as done from then on. */
@Dependent
@Named("keepAnalyses")
public class KeepAnalyses extends AbstractItemWriter {

  @Inject @BatchProperty private String calibration;

  @Inject private Calibrations calibrations;

  @Override
  public void writeItems(List<Object> items) {
    UUID id = UUID.fromString(calibration);
    for (Object each : items) {
      AnalyseItem.Seen seen = (AnalyseItem.Seen) each;
      calibrations.analysed(id, seen.nth(), seen.analysis(), Instant.now());
    }
  }
}
