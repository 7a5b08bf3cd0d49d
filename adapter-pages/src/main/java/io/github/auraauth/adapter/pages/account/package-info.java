/**
 * The pages on which people log in and out with an account, set a password by an invitation, see what has access to their
 * account and end it. May see {@code adapter.pages}, {@code adapter.pages.secondfactor}, {@code adapter.pages.site},
 * {@code http-front}, {@code port.in.account}, {@code port.in.activity}, {@code port.in.authtoken},
 * {@code port.in.permission}, {@code port.in.provider}, {@code port.in.secondfactor}, {@code port.in.session}, the deadlines
 * of {@code port}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.adapter.pages.account;
