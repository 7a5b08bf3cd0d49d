/**
 * The inbound ports for acceptances of terms and conditions. May see {@code auth-domain}, {@code port.in.account} for
 * pages, the deadlines and outages of {@code port} and the JDK.
 */
package io.github.auraauth.port.in.terms;
