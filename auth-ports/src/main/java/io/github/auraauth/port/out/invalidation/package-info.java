/**
 * The log by which every instance learns which cached users are out of date. May see {@code auth-domain}, the deadlines
 * and outages of {@code port}, the JDK and, in Javadoc, {@code port.out.user}.
 */
package io.github.auraauth.port.out.invalidation;
