/**
 * The three languages, and what is different in each: texts, dates, digits, where a line may break.
 * Way in: {@link org.kadam.language.Language}, {@link org.kadam.language.Texts}, and {@link
 * org.kadam.language.Words} for what the server itself says.
 */
package org.kadam.language;
