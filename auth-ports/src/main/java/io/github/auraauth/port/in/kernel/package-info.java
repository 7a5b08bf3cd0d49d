/**
 * The inbound port for access tokens that Kernel issued. May see {@code auth-domain}, the deadlines and outages of
 * {@code port} and the JDK.
 */
package io.github.auraauth.port.in.kernel;
