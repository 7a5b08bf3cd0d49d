/**
 * Signing and verifying tokens, and the keys of others. May see {@code auth-domain}, the deadlines and outages of
 * {@code port}, the JDK and, in Javadoc, {@code port.out.login}.
 */
package io.github.auraauth.port.out.token;
