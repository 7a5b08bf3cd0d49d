/**
 * What both kinds of ports share: the deadline that a request carries, and the outage that any of them may end in. What
 * callers may ask is in {@code in}, what the core needs from outside in {@code out}, a package a feature. May see the JDK.
 */
package io.github.auraauth.port;
