/**
 * The inbound ports for the state of the service. May see {@code auth-domain}, the deadlines and outages of
 * {@code port} and the JDK.
 */
package io.github.auraauth.port.in.health;
