/**
 * The pages on which people log in and out with an account and set a password by an invitation. May see
 * {@code adapter.pages}, {@code http-front}, {@code port.in.account}, {@code port.in.session}, the deadlines of
 * {@code port}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.adapter.pages.account;
