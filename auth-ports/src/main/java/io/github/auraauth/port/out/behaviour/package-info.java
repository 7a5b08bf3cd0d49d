/**
 * What instances share of the behaviour manager's file. May see {@code domain.file}, the deadlines and outages of {@code port},
 * the JDK and, in Javadoc, {@code port.out.user}.
 */
package io.github.auraauth.port.out.behaviour;
