/** Answers of the assessment over HTTP, for those who look after its questions. */
package org.kadam.assessment.http;
