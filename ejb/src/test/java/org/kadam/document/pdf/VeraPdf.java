package org.kadam.document.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What veraPDF finds wrong with a document, as PDF/A-2a and as PDF/UA-1. */
public final class VeraPdf {

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private VeraPdf() {}

  /** Empty where the document is compliant with both. */
  public static List<String> faults(byte[] pdf) {
    TreeSet<String> faults = new TreeSet<>();
    for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
      try (var parser =
              Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
          var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
        var result = validator.validate(parser);
        for (TestAssertion assertion : result.getTestAssertions()) {
          if (assertion.getStatus() == TestAssertion.Status.FAILED) {
            faults.add(
                flavour + " " + assertion.getRuleId().getClause() + " " + assertion.getMessage());
          }
        }
        if (!result.isCompliant() && faults.isEmpty()) {
          faults.add(flavour + " not compliant");
        }
      } catch (IOException
          | ModelParsingException
          | EncryptedPdfException
          | ValidationException e) {
        throw new IllegalStateException(e);
      }
    }
    return List.copyOf(faults);
  }
}
