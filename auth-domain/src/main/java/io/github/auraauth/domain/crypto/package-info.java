/**
 * The few cryptographic operations that the service is built from: key derivation, digests and encryption, of what is
 * stored too, authenticated save in texts of version 1, all over the JDK's own providers. May see
 * {@code domain.secret} and the JDK.
 */
package io.github.auraauth.domain.crypto;
