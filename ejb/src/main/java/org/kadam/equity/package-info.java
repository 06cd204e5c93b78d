/**
 * Whether some are left behind: how many workers are reached, assessed, able on their own, through
 * with a course, and helped, by place, cadre, age and sex. Way in: {@link
 * org.kadam.equity.boundary.ReportEquity}, for an officer and her own places and department. In
 * come the tables of other components, counted in one query; out goes a {@link
 * org.kadam.equity.control.Report} in which small figures are hidden, and the same as pages and as
 * a table. No name, code or id of a worker ever comes in.
 */
package org.kadam.equity;
