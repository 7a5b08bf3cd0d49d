/**
 * The clients of the provider as operators ask for them. May see {@code auth-domain}, {@code port.in.account} for pages, the
 * deadlines of {@code port} and the JDK.
 */
package io.github.auraauth.port.in.client;
