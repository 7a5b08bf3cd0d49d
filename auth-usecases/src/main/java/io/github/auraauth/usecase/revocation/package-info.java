/**
 * The revocations as this instance knows them, and for how long it may rely on them. May see {@code auth-domain},
 * {@code auth-ports} and the JDK.
 */
package io.github.auraauth.usecase.revocation;
