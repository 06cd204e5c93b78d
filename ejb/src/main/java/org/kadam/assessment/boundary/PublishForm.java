package org.kadam.assessment.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.kadam.assessment.control.FormCheck;
import org.kadam.assessment.control.FormDraft;
import org.kadam.assessment.control.FormPackage;
import org.kadam.assessment.control.PlanCheck;
import org.kadam.assessment.entity.Forms;
import org.kadam.course.control.Faults;
import org.kadam.course.entity.Packages;

/**
 * Publishes an assessment form: checks it whole, builds its parts, and makes it the current one.
 * Attempts at what was published before are still scored by that. Nobody reaches this from outside
 * yet: content comes from files at the start.
 */
@Stateless
@PermitAll
public class PublishForm {

  @Inject private FormCheck check;
  @Inject private Packages packages;

  /**
   * @throws Faults.Broken with every fault of the draft; then nothing was published
   */
  public void publish(FormDraft draft) {
    Faults faults = new Faults();
    check.check(draft, faults);
    faults.refuse();
    FormPackage parts = FormPackage.of(draft);
    PlanCheck.check(parts.structure(), parts.structure().getJsonObject("plan"), faults);
    faults.refuse();
    packages.publish(Forms.KIND, draft.id(), parts.structure(), parts.texts());
  }
}
