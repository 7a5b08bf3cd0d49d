/**
 * The inbound ports for erasing all that is stored of a person. May see {@code auth-domain}, the deadlines and
 * outages of {@code port} and the JDK.
 */
package io.github.auraauth.port.in.erasure;
