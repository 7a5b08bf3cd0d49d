/**
 * Accounts: who calls and by which credential, logging in and out, one's own account and those of others, and what all
 * calls below {@code /api/v1} have in common. May see {@code http-front}, {@code port.in.account},
 * {@code port.in.session}, the deadlines of {@code port}, {@code auth-domain}, Jackson and the JDK.
 */
package io.github.auraauth.adapter.http.account;
