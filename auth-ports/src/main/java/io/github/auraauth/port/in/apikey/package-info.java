/**
 * The inbound ports for APIKeys: whether a call may go on, and their life from issue to revocation. May see
 * {@code auth-domain}, {@code port.in.account} for pages, the deadlines and outages of {@code port} and the JDK.
 */
package io.github.auraauth.port.in.apikey;
