package org.kadam.assessment.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.kadam.assessment.control.Accepted;
import org.kadam.assessment.control.FormDraft;
import org.kadam.assessment.entity.Forms;
import org.kadam.course.control.ContentFiles;
import org.kadam.course.entity.Packages;

/**
 * Puts the form that ships with the server into an empty database, once; from then on the database
 * rules, unless the setting says that the files do; difficulties and cuts that a trainer has said
 * yes to stand above those of the files. A broken form stops the start, with every fault named;
 * content without a form is content without an assessment.
 */
@Singleton
@Startup
public class SeedForm {

  private static final Logger LOG = Logger.getLogger(SeedForm.class.getName());

  @Inject private Packages packages;
  @Inject private PublishForm publish;
  @Inject private Accepted accepted;

  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  void seed() {
    ContentFiles files = ContentFiles.shipped();
    if (files.text(FormDraft.FILE).isEmpty()) {
      return;
    }
    FormDraft draft = FormDraft.read(files);
    if (packages.due(Forms.KIND, draft.id())) {
      publish.publish(accepted.in(draft));
      LOG.info(() -> "Assessment form " + draft.id() + " is published as its files say");
    }
  }
}
