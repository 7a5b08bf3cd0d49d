/**
 * What the core needs from outside, each port with a contract kit of its own. May see {@code auth-domain},
 * {@code port} and the JDK.
 */
package io.github.auraauth.port.out;
