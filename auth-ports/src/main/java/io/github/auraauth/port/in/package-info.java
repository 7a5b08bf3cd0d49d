/**
 * What callers may ask of the core, one imperative each. May see {@code auth-domain}, {@code port}, what a
 * removal may come to in {@code port.out}, and the JDK.
 */
package io.github.auraauth.port.in;
