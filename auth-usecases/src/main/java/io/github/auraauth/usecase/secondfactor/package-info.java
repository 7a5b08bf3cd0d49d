/**
 * Setting up second factors, logging in with them, and taking away those that are lost. May see {@code auth-ports},
 * {@code usecase.account}, {@code usecase.activity}, {@code usecase.session}, {@code usecase.throttle},
 * {@code auth-domain} and the JDK.
 */
package io.github.auraauth.usecase.secondfactor;
