/**
 * Every request has a name: in the answer's {@code X-Request-Id}, in each line of the log that was
 * written for it, in the {@code id} of a problem nobody foresaw. And every answer is counted.
 */
package org.kadam.request.http;
