package org.kadam.document.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.kadam.document.font.Line;
import org.kadam.document.font.Typeface;
import org.kadam.document.font.Typesetter;
import org.kadam.document.font.Weight;
import org.kadam.language.Language;

/**
 * A document that is shaped, searchable and tagged: PDF 1.7, PDF/A-2a and PDF/UA-1. For one thread;
 * different documents may be made at the same time. The same content and date give the same bytes.
 */
public final class TaggedPdf {

  private final Language language;
  private final String title;
  private final ZonedDateTime made;
  private final PDStructureTreeRoot tree = new PDStructureTreeRoot();
  private final Element root = Element.root(tree);
  private final Typesetter typesetter = new Typesetter();
  private final Map<Typeface, DocumentFont> fonts = new LinkedHashMap<>();
  private final List<Sheet> sheets = new ArrayList<>();

  public TaggedPdf(Language language, String title, ZonedDateTime made) {
    this.language = language;
    this.title = title;
    this.made = made;
  }

  public Language language() {
    return language;
  }

  /** The whole document, as the structure has it. */
  public Element root() {
    return root;
  }

  Line set(String text, Weight weight) {
    return typesetter.set(text, weight);
  }

  Sheet addSheet(float width, float height) {
    Sheet sheet = new Sheet(width, height, this::font);
    sheets.add(sheet);
    return sheet;
  }

  List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  private DocumentFont font(Typeface face) {
    return fonts.computeIfAbsent(face, f -> new DocumentFont("F" + (fonts.size() + 1), f));
  }

  /** The document as a file. Nothing can be added afterwards. */
  public byte[] bytes() {
    try (PDDocument document = new PDDocument()) {
      document.setVersion(1.7f);
      document.setDocumentId(made.toEpochSecond());
      describe(document);
      finishPages(document);
      for (DocumentFont font : fonts.values()) {
        EmbeddedFont.into(document, font);
      }
      ArchiveMetadata.into(document, title, made);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void describe(PDDocument document) {
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    catalog.setLanguage(language.tag());
    catalog.setStructureTreeRoot(tree);
    PDMarkInfo marks = new PDMarkInfo();
    marks.setMarked(true);
    catalog.setMarkInfo(marks);
    PDViewerPreferences viewer = new PDViewerPreferences(new COSDictionary());
    viewer.setDisplayDocTitle(true);
    catalog.setViewerPreferences(viewer);
  }

  private void finishPages(PDDocument document) throws IOException {
    COSDictionary resources = new COSDictionary();
    for (DocumentFont font : fonts.values()) {
      resources.setItem(COSName.getPDFName(font.resource()), font.dictionary());
    }
    COSArray parents = new COSArray();
    for (int number = 0; number < sheets.size(); number++) {
      sheets.get(number).finish(document, number, resources);
      parents.add(COSInteger.get(number));
      parents.add(sheets.get(number).marked());
    }
    PDNumberTreeNode parentTree = new PDNumberTreeNode(PDParentTreeValue.class);
    parentTree.getCOSObject().setItem(COSName.NUMS, parents);
    tree.setParentTree(parentTree);
    tree.setParentTreeNextKey(sheets.size());
  }
}
