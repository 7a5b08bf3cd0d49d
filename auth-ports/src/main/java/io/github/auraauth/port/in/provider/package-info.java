/**
 * The OpenID provider as browsers, clients and operators ask it. May see {@code auth-domain}, the deadlines of {@code port}
 * and the JDK.
 */
package io.github.auraauth.port.in.provider;
