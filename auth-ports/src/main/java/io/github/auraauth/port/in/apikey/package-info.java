/**
 * What callers may ask about APIKeys: whether a call may go on, and their life from issue to revocation. May see
 * {@code auth-domain}, the deadlines and outages of {@code port} and the JDK.
 */
package io.github.auraauth.port.in.apikey;
