/**
 * Offers of help.
 *
 * <p>Comes in: facts about devices and results of assessments ({@link
 * org.kadam.support.control.KnownWorkers}), judged by {@link org.kadam.support.rule.Rule rules},
 * one class each, soon after a fact has changed ({@link org.kadam.support.boundary.WatchFacts});
 * and what a worker answers and her helper decides. Goes out: {@link org.kadam.support.entity.Flag
 * flags}, on every screen an offer of help, with a reason in every language ({@link
 * org.kadam.support.control.Reasons}). Until a worker has said yes, nobody else sees anything of
 * it.
 */
package org.kadam.support;
