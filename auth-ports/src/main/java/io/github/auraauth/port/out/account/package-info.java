/**
 * The stores of accounts, of the codes that they use up, of superusers and of invitations. May see {@code auth-domain}, the deadlines and outages of
 * {@code port}, the JDK and, in Javadoc, {@code port.out.user}.
 */
package io.github.auraauth.port.out.account;
