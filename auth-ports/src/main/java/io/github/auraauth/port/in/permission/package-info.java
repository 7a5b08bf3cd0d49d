/**
 * Permissions and groups as those who manage them ask for them. May see {@code auth-domain}, {@code port.in.account} for
 * pages, the deadlines of {@code port} and the JDK.
 */
package io.github.auraauth.port.in.permission;
