/**
 * The stores of sessions, of logins that wait for a second factor and of failed ones. May see {@code auth-domain}, the deadlines and outages of {@code port}, the
 * JDK and, in Javadoc, {@code port.out.user}.
 */
package io.github.auraauth.port.out.session;
