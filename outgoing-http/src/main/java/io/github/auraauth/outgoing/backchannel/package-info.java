/**
 * Tells clients of logouts, at addresses that they chose. May see {@code outgoing}, {@code port.out.provider}, the deadlines
 * and outages of {@code port}, {@code auth-domain}, SLF4J and the JDK.
 */
package io.github.auraauth.outgoing.backchannel;
