/**
 * Text into glyphs. {@link org.kadam.document.font.Typesetter} is the way in: it finds a face for
 * every letter and lets HarfBuzz, which the JDK brings, choose and place the glyphs. Out comes a
 * {@link org.kadam.document.font.Line}. Distances are thousandths of the type size.
 */
package org.kadam.document.font;
