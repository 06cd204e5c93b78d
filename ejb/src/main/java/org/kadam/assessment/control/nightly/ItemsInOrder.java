package org.kadam.assessment.control.nightly;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.kadam.assessment.entity.Calibrations;

/** Gives the places of the items, one after the other, from where the last checkpoint was. */
@Dependent
@Named("itemsInOrder")
public class ItemsInOrder extends AbstractItemReader {

  @Inject @BatchProperty private String calibration;

  @Inject private Calibrations calibrations;

  private int next;
  private int items;

  @Override
  public void open(Serializable checkpoint) {
    next = checkpoint == null ? 0 : (Integer) checkpoint;
    items = calibrations.items(UUID.fromString(calibration)).size();
  }

  @Override
  public Object readItem() {
    return next < items ? next++ : null;
  }

  @Override
  public Serializable checkpointInfo() {
    return next;
  }
}
