/**
 * The store of clients, and of the assertions that they have used. May see {@code auth-domain}, the deadlines and outages
 * of {@code port}, the JDK and, in Javadoc, {@code port.out.user}.
 */
package io.github.auraauth.port.out.client;
