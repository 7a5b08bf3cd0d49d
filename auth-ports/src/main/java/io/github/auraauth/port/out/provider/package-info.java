/**
 * The stores of the provider beside those of clients and grants, and how it reaches clients. May see {@code auth-domain}, the deadlines
 * and outages of {@code port}, the JDK and, in Javadoc, {@code port.out.user}.
 */
package io.github.auraauth.port.out.provider;
