/**
 * The registry of issued APIKeys. May see {@code auth-domain}, the deadlines and outages of {@code port}, the JDK and,
 * in Javadoc, {@code port.out.revocation}.
 */
package io.github.auraauth.port.out.apikey;
