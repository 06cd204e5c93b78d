/** The doors to offers of help. */
package org.kadam.support.http;
