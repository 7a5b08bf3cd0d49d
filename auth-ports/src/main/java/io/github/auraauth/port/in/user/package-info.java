/**
 * The inbound ports for users: registering, finding, removing. May see {@code auth-domain}, the deadlines and
 * outages of {@code port}, {@code port.in.erasure} and the JDK.
 */
package io.github.auraauth.port.in.user;
