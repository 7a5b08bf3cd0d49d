/**
 * What callers may ask of the core, one imperative each. May see {@code auth-domain}, {@code port} and the JDK.
 */
package io.github.auraauth.port.in;
