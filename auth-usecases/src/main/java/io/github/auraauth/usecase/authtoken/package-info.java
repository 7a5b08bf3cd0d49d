/**
 * Auth tokens: looking them up, making them, taking them back, and applying those of a configured list. May see
 * {@code auth-domain}, {@code auth-ports}, {@code usecase.account}, {@code usecase.activity}, {@code usecase.paging} and the
 * JDK.
 */
package io.github.auraauth.usecase.authtoken;
