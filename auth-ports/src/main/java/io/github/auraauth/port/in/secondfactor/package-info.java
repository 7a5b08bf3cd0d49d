/**
 * Second factors: setting them up, logging in with them, and taking away those that are lost. May see {@code auth-domain},
 * {@code port.in.session} for who calls, the deadlines of {@code port} and the JDK.
 */
package io.github.auraauth.port.in.secondfactor;
