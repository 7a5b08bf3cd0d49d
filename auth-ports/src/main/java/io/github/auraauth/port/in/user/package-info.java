/**
 * What callers may ask about users: registering, finding, removing. May see {@code auth-domain}, the deadlines and
 * outages of {@code port}, the JDK and, in Javadoc, {@code port.in.erasure}.
 */
package io.github.auraauth.port.in.user;
