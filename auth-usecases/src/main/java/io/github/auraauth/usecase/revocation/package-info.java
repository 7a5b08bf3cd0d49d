/**
 * What this instance knows of the revocations, and for how long it may rely on it. May see {@code auth-domain},
 * {@code auth-ports} and the JDK.
 */
package io.github.auraauth.usecase.revocation;
