/**
 * The inbound ports for logging in and out in a browser through Kernel. May see {@code auth-domain}, the
 * deadlines and outages of {@code port} and the JDK.
 */
package io.github.auraauth.port.in.login;
