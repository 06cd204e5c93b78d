/**
 * What a worker can do, by observed tasks. In {@code control} is the measurement, plain functions
 * without a container: {@link org.kadam.assessment.control.Posterior} over a {@link
 * org.kadam.assessment.control.Grid}, and {@link org.kadam.assessment.control.Cuts} between levels.
 */
package org.kadam.assessment;
