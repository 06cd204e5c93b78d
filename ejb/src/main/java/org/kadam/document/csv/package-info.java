/** Tables for spreadsheets. {@link org.kadam.document.csv.Csv} is all there is. */
package org.kadam.document.csv;
