/**
 * The few cryptographic operations that the service is built from: key derivation, keyed digests and authenticated
 * encryption, all over the JDK's own providers. May see {@code domain.secret} and the JDK.
 */
package io.github.auraauth.domain.crypto;
