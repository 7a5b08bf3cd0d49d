/**
 * The shared parts of both kinds of ports: the deadline that a request carries, and the outage that any call may end in; the
 * ports themselves are in {@code in} (what callers may ask) and {@code out} (what the core needs), a package for each
 * feature. May see the JDK.
 */
package io.github.auraauth.port;
