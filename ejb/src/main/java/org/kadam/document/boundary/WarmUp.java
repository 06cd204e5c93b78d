package org.kadam.document.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.time.ZonedDateTime;
import org.kadam.document.pdf.Flow;
import org.kadam.document.pdf.Role;
import org.kadam.document.pdf.TaggedPdf;
import org.kadam.language.Language;

/**
 * Reads the faces and sets a page in each language when the server starts, beside everything else
 * that starts: the first page of a process takes seconds, and nobody should wait for it.
 */
@Singleton
@Startup
public class WarmUp {

  @Resource private ManagedExecutorService elsewhere;

  @PostConstruct
  void begin() {
    elsewhere.execute(WarmUp::setPages);
  }

  static void setPages() {
    for (Language language : Language.values()) {
      TaggedPdf pdf = new TaggedPdf(language, "Kadam", ZonedDateTime.now());
      Flow flow = new Flow(pdf);
      flow.text(pdf.root(), Role.H1, "Kadam", flow.styles().title());
      flow.text(pdf.root(), Role.PARAGRAPH, "कदम 1 ກ້າວ", flow.styles().text());
      pdf.bytes();
    }
  }
}
