package org.kadam.assessment.control;

/**
 * The result of one attempt: one ability with its uncertainty, and what that says of levels.
 *
 * @param mean EAP in logits, under a prior N(0,1)
 * @param sd posterior standard deviation in logits
 * @param level the most probable level (the lower one of two equally probable)
 * @param lowest the lowest level with a probability of {@link Cuts#LIKELY} or more
 * @param highest the highest such level; all between count as likely, so that a band has no hole
 * @param below P(θ &lt; the cut that an offer of help asks about), from 0 to 1
 */
public record Ability(double mean, double sd, int level, int lowest, int highest, double below) {}
