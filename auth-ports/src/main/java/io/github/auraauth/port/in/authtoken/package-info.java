/**
 * Auth tokens as their owners, those who manage them and the service's start ask for them. May see {@code auth-domain},
 * {@code port.in.account} for pages, the deadlines of {@code port} and the JDK.
 */
package io.github.auraauth.port.in.authtoken;
