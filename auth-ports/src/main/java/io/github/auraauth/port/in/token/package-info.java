/**
 * The inbound ports for the keys that we sign with. May see {@code auth-domain}, the deadlines and outages of
 * {@code port} and the JDK.
 */
package io.github.auraauth.port.in.token;
