/** The door to a worker's own progress. */
package org.kadam.learning.http;
