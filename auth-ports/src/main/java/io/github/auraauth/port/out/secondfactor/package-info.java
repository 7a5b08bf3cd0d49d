/**
 * The outbound ports of second factors: the stores of passkeys and of challenges, and what reads the answers of authenticators. May see
 * {@code auth-domain}, the deadlines and outages of {@code port}, the JDK and, in Javadoc, {@code port.out.user}.
 */
package io.github.auraauth.port.out.secondfactor;
