/**
 * The one-command run, and the stack that the integration tests use: real PostgreSQL, real
 * Keycloak, real WildFly, on loopback, started together, stopped together. Way in: {@link
 * org.kadam.launch.Run} for a person, {@link org.kadam.launch.Stack} for a test.
 */
package org.kadam.launch;
