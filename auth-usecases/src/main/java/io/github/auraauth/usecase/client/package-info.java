/**
 * Clients of the provider: registering them, knowing them, and judging how they prove who they are. May see
 * {@code auth-ports}, {@code usecase.account}, {@code usecase.activity}, {@code usecase.paging}, {@code usecase.throttle},
 * {@code auth-domain} and the JDK.
 */
package io.github.auraauth.usecase.client;
