/**
 * The journal of erasures, by which they go on until all is gone. May see {@code auth-domain}, the deadlines and outages of
 * {@code port}, the JDK and, in Javadoc, {@code port.out.user}.
 */
package io.github.auraauth.port.out.erasure;
