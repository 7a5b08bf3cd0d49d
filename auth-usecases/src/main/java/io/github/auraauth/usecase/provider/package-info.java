/**
 * The provider as browsers meet it: logging in at clients, agreeing, logging out, and telling clients of logouts. May see
 * {@code auth-ports}, {@code usecase.activity}, {@code usecase.client}, {@code usecase.grant}, {@code usecase.session},
 * {@code usecase.signingkey}, {@code usecase.throttle}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.usecase.provider;
