/**
 * Accounts as those who manage them, their owners and invited people ask for them. May see {@code auth-domain}, {@code port.in.session} for who calls, the
 * deadlines of {@code port} and the JDK.
 */
package io.github.auraauth.port.in.account;
