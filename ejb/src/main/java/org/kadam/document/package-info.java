/**
 * The writers: what goes on paper or into a spreadsheet. Ways in: {@link
 * org.kadam.document.pdf.TaggedPdf} with {@link org.kadam.document.pdf.Flow} for pages that print
 * Hindi and Lao as they are written, say what they are to a screen reader and last (PDF/A-2a,
 * PDF/UA-1); {@link org.kadam.document.chart} for charts drawn on them; {@link
 * org.kadam.document.csv.Csv} for tables. In come words and numbers, out go bytes. Nothing here
 * knows what the words are about, and nothing of HTTP or of the database.
 */
package org.kadam.document;
