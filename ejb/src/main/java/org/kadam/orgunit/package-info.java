/**
 * Places, and who may see what of them. In comes the roster (through the worker component); out go
 * {@link org.kadam.orgunit.entity.OrgUnits the places} and, for a caller in a role, her {@link
 * org.kadam.orgunit.entity.Jurisdiction jurisdiction}: place ∩ department, names or numbers only.
 * Every query about workers is bounded by one, in SQL.
 */
package org.kadam.orgunit;
