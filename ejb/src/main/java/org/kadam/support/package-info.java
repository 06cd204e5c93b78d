/**
 * Offers of help. {@link org.kadam.support.rule.Rule Rules} turn what is known of a worker into an
 * offer with its reasons; {@link org.kadam.support.rule.Rules} has all of them.
 */
package org.kadam.support;
