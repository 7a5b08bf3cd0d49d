/**
 * The answers of Kernel, the operator's OpenID provider: of a person, and of why it refused one; and the proof that we
 * send it. May see {@code domain.crypto}, {@code domain.secret}, {@code domain.user} and the JDK.
 */
package io.github.auraauth.domain.kernel;
