package org.kadam.assessment.control.nightly;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.UUID;
import org.kadam.assessment.entity.Calibrations;

/** The report is whole: it waits for a trainer, and who came to what is forgotten. */
@Dependent
@Named("closeCalibration")
public class CloseCalibration extends AbstractBatchlet {

  @Inject @BatchProperty private String calibration;

  @Inject private Calibrations calibrations;

  @Override
  public String process() {
    calibrations.end(UUID.fromString(calibration), Calibrations.State.READY, Instant.now());
    return "COMPLETED";
  }
}
