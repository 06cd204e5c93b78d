/**
 * Backup and restore over plain JDBC, for installations whose PostgreSQL brings no tools of its own
 * and for moving from one place to another. A backup is one ZIP: a file for each table as
 * PostgreSQL's own {@code COPY} writes it, from one snapshot of each database, and a manifest that
 * says how many rows there are and what they hash to. A restore makes the schema as the release of
 * that time made it, fills it, compares it with the manifest, and only then brings it up to date.
 * Tables are found in the catalogue, never named here. Way in: {@link org.kadam.backup.Backup} for
 * a person, {@link org.kadam.backup.TakeBackup} and {@link org.kadam.backup.RestoreBackup} for the
 * launcher and the tests.
 */
package org.kadam.backup;
