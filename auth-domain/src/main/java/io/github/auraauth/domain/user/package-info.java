/**
 * Users: their identifiers, registration, and the consistent identities of anonymous ones. May see
 * {@code domain.crypto}, {@code domain.secret} and the JDK.
 */
package io.github.auraauth.domain.user;
