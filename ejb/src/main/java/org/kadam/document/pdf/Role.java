package org.kadam.document.pdf;

/** What a part of a document is to somebody who does not see it: a standard structure type. */
public enum Role {
  DOCUMENT("Document"),
  SECTION("Sect"),
  H1("H1"),
  H2("H2"),
  H3("H3"),
  PARAGRAPH("P"),
  FIGURE("Figure"),
  TABLE("Table"),
  CAPTION("Caption"),
  TABLE_HEAD("THead"),
  TABLE_BODY("TBody"),
  TABLE_FOOT("TFoot"),
  ROW("TR"),
  HEAD_CELL("TH"),
  CELL("TD");

  private final String tag;

  Role(String tag) {
    this.tag = tag;
  }

  String tag() {
    return tag;
  }
}
