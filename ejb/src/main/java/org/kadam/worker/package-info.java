/**
 * The people on the roster. In come rosters ({@link org.kadam.worker.boundary.ImportRoster}) and
 * callers ({@link org.kadam.worker.control.CurrentWorker}); out go {@link
 * org.kadam.worker.entity.Workers workers} without names, {@link
 * org.kadam.worker.entity.WorkerNames names} through one door, and accounts to the sign-in, through
 * an outbox and never inside a transaction. After an import every worker stands in a known place of
 * the right land and department, with a unique code.
 */
package org.kadam.worker;
