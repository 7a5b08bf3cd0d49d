/**
 * The stores of grants and of the access tokens made of them. May see {@code auth-domain}, the deadlines and outages of
 * {@code port}, the JDK and, in Javadoc, {@code port.out.user}.
 */
package io.github.auraauth.port.out.grant;
