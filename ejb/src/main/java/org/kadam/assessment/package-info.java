/**
 * What a worker can do, by observed tasks.
 *
 * <p>Comes in: forms as people write them, checked whole and published; and what phones send, which
 * {@link org.kadam.assessment.control.ScoreAttempts} makes into {@link
 * org.kadam.assessment.entity.Attempt attempts}. Goes out: results ({@link
 * org.kadam.assessment.control.Ability}), and {@link org.kadam.assessment.control.AttemptsScored}
 * for whoever listens. In {@code itemtype} is one class for each kind of item. The measurement is
 * plain functions without a container: {@link org.kadam.assessment.control.Posterior} over a {@link
 * org.kadam.assessment.control.Grid}, and {@link org.kadam.assessment.control.Cuts} between levels;
 * docs/measurement.md says what they mean and what they do not.
 */
package org.kadam.assessment;
