/**
 * Problems on their way out: three mappers, one document, one page for what never reached a
 * resource.
 */
package org.kadam.problem.http;
