/**
 * Pages as PDF/A-2a and PDF/UA-1: shaped text that can be searched and copied, with a structure
 * that a screen reader follows. {@link org.kadam.document.pdf.TaggedPdf} is the document, {@link
 * org.kadam.document.pdf.Flow} puts headings, paragraphs, tables and figures on its pages from top
 * to bottom. Lengths are points; y grows upward, as PDF has it.
 */
package org.kadam.document.pdf;
