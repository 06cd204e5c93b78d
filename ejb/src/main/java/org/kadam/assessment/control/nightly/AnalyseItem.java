package org.kadam.assessment.control.nightly;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kadam.assessment.control.Item;
import org.kadam.assessment.control.analysis.Analysis;
import org.kadam.assessment.control.analysis.Analyst;
import org.kadam.assessment.control.analysis.Estimates.Estimated;
import org.kadam.assessment.control.analysis.Snapshot;
import org.kadam.assessment.entity.Calibrations;
import org.kadam.assessment.entity.Calibrations.ItemRow;
import org.kadam.assessment.entity.Forms;
import org.kadam.assessment.entity.ItemOptions;
import org.kadam.assessment.itemtype.ItemType;
import org.kadam.assessment.itemtype.ItemTypes;

/** Looks at one item. */
@Dependent
@Named("analyseItem")
public class AnalyseItem implements ItemProcessor {

  private static final Jsonb JSON = JsonbBuilder.create();

  @Inject @BatchProperty private String calibration;

  @Inject private Calibrations calibrations;
  @Inject private Forms forms;
  @Inject private ItemTypes types;
  @Inject private ItemOptions options;

  private List<ItemRow> rows;
  private Analyst analyst;

  /** An item's place, and what is to be shown of it. */
  record Seen(int nth, Analysis analysis) {}

  @Override
  public Object processItem(Object place) {
    if (analyst == null) {
      begin();
    }
    int nth = (Integer) place;
    return new Seen(nth, analyst.item(nth, choices(rows.get(nth))));
  }

  private void begin() {
    UUID id = UUID.fromString(calibration);
    rows = calibrations.items(id);
    Map<Integer, Estimated> estimates = new HashMap<>();
    for (ItemRow row : rows) {
      if (row.difficulty() != null) {
        EstimateItems.Fit fit = JSON.fromJson(row.fit(), EstimateItems.Fit.class);
        estimates.put(
            row.nth(),
            new Estimated(row.difficulty(), row.error(), fit.infit(), fit.outfit(), fit.p()));
      }
    }
    double shift = calibrations.find(id).orElseThrow().shift();
    analyst = new Analyst(Snapshot.of(calibrations.snapshot(id)), estimates, shift);
  }

  private Analyst.Choices choices(ItemRow row) {
    Optional<Item> item =
        forms.items().stream()
            .filter(of -> of.id().equals(row.item()) && of.version() == row.version())
            .findFirst();
    Optional<ItemType> type = item.flatMap(of -> types.named(of.type()));
    if (type.isEmpty()) {
      return new Analyst.Choices(List.of(), List.of(), Map.of());
    }
    return new Analyst.Choices(
        type.get().options(item.get().structure()),
        List.copyOf(type.get().right(item.get().structure())),
        options.of(row.item(), row.version()));
  }
}
