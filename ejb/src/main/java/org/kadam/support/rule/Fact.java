package org.kadam.support.rule;

import java.time.LocalDate;

/**
 * One reason for an offer, kept with it so that the reason can be told later and in any language.
 *
 * @param name what the fact says; {@code flag.<name>.fact} is its sentence
 * @param about what it is about, such as an item's id; empty where the name says all
 * @param value the number behind it, as text; empty where there is none. It is kept for looking at
 *     the rules, not shown.
 * @param source where it came from; {@code flag.source.<source>} is its name
 * @param seen the day
 */
public record Fact(String name, String about, String value, String source, LocalDate seen) {}
