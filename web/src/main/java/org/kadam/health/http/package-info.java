/** Whether the node lives and can take in work. */
package org.kadam.health.http;
