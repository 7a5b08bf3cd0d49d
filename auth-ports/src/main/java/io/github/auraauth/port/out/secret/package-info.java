/**
 * What the stores keep enciphered, whatever it is. May see {@code auth-domain}, the deadlines and outages of {@code port}, the
 * JDK and, in Javadoc, {@code port.out.user}.
 */
package io.github.auraauth.port.out.secret;
