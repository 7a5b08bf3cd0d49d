/**
 * The flows of auth tokens: looking them up, making them and taking them back. May see {@code port.in.account} for pages,
 * {@code port.in.authtoken}, {@code port.out}, {@code usecase.account}, {@code usecase.activity}, {@code usecase.paging}, {@code auth-domain} and
 * the JDK.
 */
package io.github.auraauth.usecase.authtoken;
