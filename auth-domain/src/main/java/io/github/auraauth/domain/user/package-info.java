/**
 * Users: their identifiers, what a person was authenticated by, registration, the rows that stores hold, and the
 * consistent identities of anonymous users. May see {@code domain.crypto}, {@code domain.secret} and the JDK.
 */
package io.github.auraauth.domain.user;
