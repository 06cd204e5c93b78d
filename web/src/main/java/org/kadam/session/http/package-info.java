/** Coming in and going out: the code flow's two ends, and the defence against foreign pages. */
package org.kadam.session.http;
