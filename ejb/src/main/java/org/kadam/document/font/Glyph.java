package org.kadam.document.font;

/**
 * A glyph in its place.
 *
 * @param id the glyph's number in its face
 * @param dx from the start of its cluster, rightward, in thousandths of the size
 * @param dy from the base line, upward, in thousandths of the size
 */
public record Glyph(int id, float dx, float dy) {}
