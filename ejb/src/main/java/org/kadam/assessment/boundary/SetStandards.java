package org.kadam.assessment.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kadam.assessment.control.Accepted;
import org.kadam.assessment.control.Angoff;
import org.kadam.assessment.control.Form;
import org.kadam.assessment.control.FormDraft;
import org.kadam.assessment.control.Item;
import org.kadam.assessment.control.Proposal;
import org.kadam.assessment.entity.Forms;
import org.kadam.assessment.entity.Standards;
import org.kadam.assessment.entity.Standards.Standard;
import org.kadam.language.Texts;
import org.kadam.orgunit.entity.Jurisdictions;
import org.kadam.orgunit.entity.Role;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;

/**
 * A trainer writes down what a panel of judges says of each item (modified Angoff), sees the cuts
 * that come of it, and sets them; until then the levels are provisional.
 */
@Stateless
@RolesAllowed("trainer")
public class SetStandards {

  private static final int MOST = 50;
  private static final int JUDGES = 30;

  @Inject private CurrentWorker current;
  @Inject private Jurisdictions jurisdictions;
  @Inject private Standards standards;
  @Inject private Accepted accepted;
  @Inject private Forms forms;
  @Inject private PublishForm publish;

  /**
   * A panel that has met.
   *
   * @param panel who sat on it, by role and number, never by name
   */
  public record Meeting(
      @NotNull @PastOrPresent LocalDate heldOn, @NotBlank @Size(max = 300) String panel) {}

  /** What a judge says: for each item the shares in percent, one for each cut. */
  public record Ratings(@NotNull @Size(max = 500) Map<String, List<Integer>> items) {}

  /** The cuts that count now, and the panels so far. */
  public record Shelf(List<Double> cuts, boolean provisional, List<Panel> panels) {}

  /** A panel; its cuts where they were set. */
  public record Panel(UUID id, LocalDate heldOn, String panel, List<Double> cuts, Instant setAt) {}

  /** An item to be judged: what it asks for, as the end of "she can …". */
  public record Judged(String item, String area, Texts can) {}

  /** One judge: what she said, and what it comes to where she has judged everything. */
  public record Judge(int judge, Map<String, List<Integer>> items, List<Double> cuts) {}

  /**
   * A panel with all that was said.
   *
   * @param needed how many judges are needed
   * @param trouble why the cuts cannot be set: judges, order or end; empty where they can
   */
  public record Sitting(
      Panel panel,
      List<Judged> items,
      List<Judge> judges,
      List<Angoff.Rated> rated,
      List<Angoff.Cut> cuts,
      int needed,
      String trouble) {}

  public Shelf all() {
    requirePlace();
    Form form = accepted.first();
    return new Shelf(
        form.cuts().at(),
        !accepted.set(form),
        standards.page(MOST).stream().map(SetStandards::panel).toList());
  }

  /** Begins a page for a panel. */
  public Panel begin(Meeting meeting) {
    requirePlace();
    UUID id = UUID.randomUUID();
    standards.add(
        id, meeting.heldOn(), meeting.panel().strip(), accepted.first().id(), Instant.now());
    return panel(find(id));
  }

  /**
   * @throws Problem NOT_FOUND
   */
  public Sitting one(UUID id) {
    requirePlace();
    Standard standard = find(id);
    Form form = form(standard);
    Map<Integer, Map<String, List<Integer>>> ratings = standards.ratings(id, versions(form));
    Angoff angoff = angoff(form, ratings);
    List<Judge> judges = new ArrayList<>();
    ratings.forEach(
        (judge, items) -> judges.add(new Judge(judge, items, angoff.judges().get(judge))));
    return new Sitting(
        panel(standard),
        form.items().values().stream()
            .sorted(java.util.Comparator.comparing(Item::id))
            .map(
                item ->
                    new Judged(
                        item.id(),
                        item.structure().getString("area", ""),
                        forms.task(item.id()).orElse(null)))
            .toList(),
        judges,
        angoff.items(),
        angoff.cuts(),
        Angoff.FEWEST,
        angoff.trouble());
  }

  /**
   * Writes down what a judge says, in place of what she said before; items may be missing.
   *
   * @throws Problem INVALID for an item or a share that cannot be, CONFLICT once the cuts are set
   */
  public void rate(UUID id, int judge, Ratings ratings) {
    requirePlace();
    Standard standard = find(id);
    requireOpen(standard);
    if (judge < 1 || judge > JUDGES) {
      throw new Problem(Kind.INVALID, "judge", "Judges have numbers from 1 to " + JUDGES);
    }
    Form form = form(standard);
    Map<String, Integer> versions = versions(form);
    int cuts = form.cuts().at().size();
    List<Standards.Rating> rated = new ArrayList<>();
    ratings
        .items()
        .forEach(
            (item, shares) -> {
              if (!versions.containsKey(item) || !sound(shares, cuts)) {
                throw new Problem(
                    Kind.INVALID,
                    "items",
                    "Items of the form, each with a share from 0 to 100 for each cut, not falling");
              }
              rated.add(new Standards.Rating(item, versions.get(item), shares));
            });
    standards.rate(id, judge, rated);
  }

  /** Whoever can more does at least as well. */
  private static boolean sound(List<Integer> shares, int cuts) {
    if (shares == null || shares.size() != cuts || shares.contains(null)) {
      return false;
    }
    int before = 0;
    for (int share : shares) {
      if (share < before || share > 100) {
        return false;
      }
      before = share;
    }
    return true;
  }

  /**
   * Sets the cuts that the panel's ratings come to: the form is published anew with them, and
   * results by them are not provisional any more.
   *
   * @throws Problem CONFLICT where there is trouble with them, or they are set already
   */
  public void set(UUID id) {
    UUID me = requirePlace();
    Standard standard = find(id);
    requireOpen(standard);
    Form form = form(standard);
    Angoff angoff = angoff(form, standards.ratings(id, versions(form)));
    if (!angoff.trouble().isEmpty()) {
      throw new Problem(Kind.CONFLICT, "These cuts cannot be set: " + angoff.trouble());
    }
    FormDraft draft = accepted.files();
    List<Double> cuts = angoff.cuts().stream().map(Angoff.Cut::at).map(Proposal::rounded).toList();
    if (!standards.set(id, cuts, me, Instant.now())) {
      throw new Problem(Kind.CONFLICT, "They are set already");
    }
    publish.publish(accepted.in(draft));
  }

  private static Angoff angoff(Form form, Map<Integer, Map<String, List<Integer>>> ratings) {
    Map<String, Double> difficulties = new HashMap<>();
    form.items().forEach((item, of) -> difficulties.put(item, of.difficulty()));
    return Angoff.of(difficulties, form.cuts().at().size(), ratings);
  }

  private static Map<String, Integer> versions(Form form) {
    Map<String, Integer> versions = new HashMap<>();
    form.items().forEach((item, of) -> versions.put(item, of.version()));
    return versions;
  }

  private Form form(Standard standard) {
    return accepted
        .published(standard.form())
        .orElseThrow(() -> new Problem(Kind.CONFLICT, "Its form is not published any more"));
  }

  private Standard find(UUID id) {
    return standards
        .find(id)
        .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is no such panel"));
  }

  private static void requireOpen(Standard standard) {
    if (standard.setAt() != null) {
      throw new Problem(Kind.CONFLICT, "Its cuts are set");
    }
  }

  private static Panel panel(Standard of) {
    return new Panel(of.id(), of.heldOn(), of.panel(), of.cuts(), of.setAt());
  }

  private UUID requirePlace() {
    UUID me = current.id();
    if (jurisdictions.of(me, Role.TRAINER.code()).grants().isEmpty()) {
      throw new Problem(Kind.FORBIDDEN, "No place is assigned to this trainer");
    }
    return me;
  }
}
