package org.kadam.document.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.kadam.language.Language;

/** A node of the document's structure; what is drawn for it is marked on its {@link Sheet}. */
public final class Element {

  private final Role role;
  private final PDStructureElement element;

  private Element(Role role, PDStructureElement element) {
    this.role = role;
    this.element = element;
  }

  static Element root(PDStructureTreeRoot tree) {
    PDStructureElement element = new PDStructureElement(Role.DOCUMENT.tag(), tree);
    tree.appendKid(element);
    return new Element(Role.DOCUMENT, element);
  }

  /** A new last part of this one. */
  public Element child(Role childRole) {
    PDStructureElement child = new PDStructureElement(childRole.tag(), element);
    element.appendKid(child);
    return new Element(childRole, child);
  }

  /** Says that this part is in another language than the document. */
  public Element in(Language language) {
    element.setLanguage(language.tag());
    return this;
  }

  /** What a figure shows, in words. */
  Element described(String words, Box box) {
    element.setAlternateDescription(words);
    COSArray bounds = new COSArray();
    for (float edge : new float[] {box.x(), box.y(), box.right(), box.top()}) {
      bounds.add(new COSFloat(edge));
    }
    COSDictionary layout = attributes("Layout");
    layout.setItem(COSName.BBOX, bounds);
    layout.setName(COSName.getPDFName("Placement"), "Block");
    return this;
  }

  /**
   * Says how a cell stands in its table.
   *
   * @param scope what it is the head of, {@code Column} or {@code Row}; null for no head
   * @param span over how many columns it goes
   */
  void inTable(String scope, int span) {
    COSDictionary table = attributes("Table");
    if (scope != null) {
      table.setName(COSName.getPDFName("Scope"), scope);
    }
    if (span > 1) {
      table.setInt(COSName.getPDFName("ColSpan"), span);
    }
  }

  private COSDictionary attributes(String owner) {
    COSDictionary attributes = new COSDictionary();
    attributes.setName(COSName.O, owner);
    element.getCOSObject().setItem(COSName.A, attributes);
    return attributes;
  }

  Role role() {
    return role;
  }

  COSDictionary dictionary() {
    return element.getCOSObject();
  }

  /** Takes in what was marked on a page under a number. */
  void holds(PDPage page, int number) {
    if (element.getPage() == null) {
      element.setPage(page);
    }
    if (element.getPage().getCOSObject() == page.getCOSObject()) {
      element.appendKid(number);
    } else {
      PDMarkedContentReference elsewhere = new PDMarkedContentReference();
      elsewhere.setPage(page);
      elsewhere.setMCID(number);
      element.appendKid(elsewhere);
    }
  }
}
