package org.kadam.document.pdf;

import java.util.ArrayList;
import java.util.List;
import org.kadam.document.pdf.Drawing.Pen;

/** Puts a table on a {@link Flow}, with its head again on every further page. */
final class TableLayout {

  private static final Pen HEAVY = Pen.of(Colour.INK, 1);
  private static final Pen LIGHT = Pen.of(Colour.HAIR, .6f);

  private final TaggedPdf pdf;
  private final TextBlock caption;
  private final TableRow head;
  private final List<TableRow> body = new ArrayList<>();
  private final TableRow foot;
  private final float width;

  TableLayout(TaggedPdf pdf, Table table, float width) {
    this.pdf = pdf;
    this.width = width;
    Styles styles = Styles.of(pdf.language());
    Style cell = tight(styles.text());
    Style small = tight(styles.small());
    float[] edges = edges(table, width);
    caption = TextBlock.of(pdf, table.caption(), styles.text().bold(), width);
    head =
        TableRow.of(pdf, table.columns(), heads(table), edges, small.in(Colour.INK).bold(), small);
    for (List<Table.Cell> row : table.body()) {
      body.add(TableRow.of(pdf, table.columns(), row, edges, cell, small));
    }
    foot =
        table.foot() == null
            ? null
            : TableRow.of(pdf, table.columns(), table.foot(), edges, cell.bold(), small);
  }

  private static Style tight(Style style) {
    return new Style(
        style.size() * .95f, style.weight(), style.colour(), style.leading() * .88f, style.align());
  }

  private static List<Table.Cell> heads(Table table) {
    return table.columns().stream().map(column -> Table.Cell.of(column.head())).toList();
  }

  private static float[] edges(Table table, float width) {
    float all = 0;
    for (Table.Column column : table.columns()) {
      all += column.share();
    }
    float[] edges = new float[table.columns().size() + 1];
    for (int i = 0; i < table.columns().size(); i++) {
      edges[i + 1] = edges[i] + table.columns().get(i).share() / all * width;
    }
    return edges;
  }

  float height() {
    float height = caption.height() + head.height() + (foot == null ? 0 : foot.height());
    for (TableRow row : body) {
      height += row.height();
    }
    return height;
  }

  void draw(Flow flow, Element parent) {
    // A head stands with at least two rows, and the last row with the sum.
    flow.need(caption.height() + head.height() + first(2));
    Element table = parent.child(Role.TABLE);
    Element title = table.child(Role.CAPTION);
    flow.sheet().mark(title, () -> caption.write(flow.sheet(), flow.x(), flow.top()));
    flow.down(caption.height());
    Element heads = table.child(Role.TABLE_HEAD).child(Role.ROW);
    head.draw(flow.sheet(), heads, true, flow.x(), flow.top());
    under(flow, head, HEAVY);

    Element rows = table.child(Role.TABLE_BODY);
    for (int i = 0; i < body.size(); i++) {
      boolean last = i == body.size() - 1;
      float needed = body.get(i).height() + (last && foot != null ? foot.height() : 0);
      if (flow.need(needed)) {
        head.repeat(flow.sheet(), flow.x(), flow.top());
        under(flow, head, HEAVY);
      }
      body.get(i).draw(flow.sheet(), rows.child(Role.ROW), false, flow.x(), flow.top());
      under(flow, body.get(i), last && foot != null ? HEAVY : LIGHT);
    }
    if (foot != null) {
      Element sum = table.child(Role.TABLE_FOOT).child(Role.ROW);
      foot.draw(flow.sheet(), sum, false, flow.x(), flow.top());
      flow.down(foot.height());
    }
  }

  private float first(int rows) {
    float height = 0;
    for (TableRow row : body.subList(0, Math.min(rows, body.size()))) {
      height += row.height();
    }
    return height;
  }

  private void under(Flow flow, TableRow row, Pen pen) {
    flow.down(row.height());
    Sheet sheet = flow.sheet();
    float y = flow.top();
    sheet.ornament(() -> new Drawing(pdf, sheet).line(pen, flow.x(), y, flow.x() + width, y));
  }
}
