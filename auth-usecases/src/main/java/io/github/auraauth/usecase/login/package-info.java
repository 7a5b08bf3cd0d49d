/**
 * Login and logout through Kernel: from a link with a state, by way of the provider, to a user who is registered or
 * removed. May see {@code usecase.activity}, {@code usecase.kernel}, {@code usecase.throttle}, {@code auth-domain}, {@code auth-ports} and the
 * JDK.
 */
package io.github.auraauth.usecase.login;
