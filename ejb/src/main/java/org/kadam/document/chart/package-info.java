/**
 * Charts, drawn as shapes and letters on a {@link org.kadam.document.pdf.Drawing}: sharp in print,
 * their labels can be searched. One hue; what stands out does so by shape and edge, so that colour
 * never matters. A table with the same figures always stands beside a chart.
 */
package org.kadam.document.chart;
