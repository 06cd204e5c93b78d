/** The officer's figures over HTTP: as JSON for the screen, as pages, as a table. */
package org.kadam.equity.http;
