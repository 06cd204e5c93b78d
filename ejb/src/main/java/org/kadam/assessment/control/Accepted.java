package org.kadam.assessment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kadam.assessment.entity.Calibrations;
import org.kadam.assessment.entity.Calibrations.ItemRow;
import org.kadam.assessment.entity.Forms;
import org.kadam.assessment.entity.Standards;
import org.kadam.course.control.ContentFiles;
import org.kadam.course.entity.Packages;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/** What trainers have said yes to: it stands above what experts wrote into the files. */
@ApplicationScoped
public class Accepted {

  @Inject private Calibrations calibrations;
  @Inject private Standards standards;
  @Inject private Packages packages;
  @Inject private Forms forms;

  /** The difficulties that a calibration came to. */
  public Proposal proposal(UUID calibration) {
    Map<String, Proposal.Estimated> items = new HashMap<>();
    for (ItemRow row : calibrations.items(calibration)) {
      if (row.difficulty() != null) {
        items.put(row.item(), new Proposal.Estimated(row.version(), row.difficulty(), row.error()));
      }
    }
    return new Proposal(items, null);
  }

  /** The draft of the files with the difficulties and the cuts that were accepted last. */
  public FormDraft in(FormDraft draft) {
    return cuts(
        draft,
        calibrations.accepted().map(standing -> proposal(standing.id()).in(draft)).orElse(draft));
  }

  /** The draft of the files with these difficulties, and the cuts that were accepted last. */
  public FormDraft in(FormDraft draft, Proposal proposal) {
    return cuts(draft, proposal.in(draft));
  }

  private FormDraft cuts(FormDraft draft, FormDraft changed) {
    return standards
        .last(draft.id())
        .map(standard -> new Proposal(Map.of(), standard.cuts()).in(changed))
        .orElse(changed);
  }

  /** Whether a panel has set these very cuts; else they are provisional. */
  public boolean set(Form form) {
    return standards.last(form.id()).map(of -> of.cuts().equals(form.cuts().at())).orElse(false);
  }

  /**
   * The files, if they have the very items of what is published: only then can anything be
   * published anew from them.
   *
   * @throws Problem CONFLICT where they do not
   */
  public FormDraft files() {
    FormDraft draft = FormDraft.read(ContentFiles.shipped());
    Optional<Form> published = published(draft.id());
    if (published.isEmpty() || !Proposal.sameItems(draft, published.get())) {
      throw new Problem(Kind.CONFLICT, "The files have other items than what is published");
    }
    return draft;
  }

  /** The form as it is published now. */
  public Optional<Form> published(String id) {
    return structure(id).map(forms::of);
  }

  /** The hash of its structure. */
  public Optional<String> structure(String id) {
    return packages
        .current(Forms.KIND, id)
        .map(version -> version.manifest().getString("structure"));
  }

  /** The form that is published, whatever it is called. */
  public Form first() {
    List<Form> all =
        packages.current(Forms.KIND).stream()
            .map(version -> forms.of(version.manifest().getString("structure")))
            .toList();
    if (all.isEmpty()) {
      throw new Problem(Kind.CONFLICT, "No form is published");
    }
    return all.get(0);
  }
}
