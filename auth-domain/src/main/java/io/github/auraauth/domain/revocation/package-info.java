/**
 * The revocations: of single keys, and all keys of a consumer up to a moment. May see {@code domain.apikey} and the
 * JDK.
 */
package io.github.auraauth.domain.revocation;
