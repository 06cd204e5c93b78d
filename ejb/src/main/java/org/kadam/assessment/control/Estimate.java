package org.kadam.assessment.control;

/**
 * One ability as a point, with its error.
 *
 * @param ability in logits; infinite where a likelihood has no highest point
 * @param error standard error in logits; infinite with the ability
 */
public record Estimate(double ability, double error) {}
