/**
 * The three languages, and what is different in each: texts, dates, digits, where a line may break.
 * Way in: {@link org.kadam.language.Language} and {@link org.kadam.language.Texts}.
 */
package org.kadam.language;
