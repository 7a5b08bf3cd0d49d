/**
 * Auth tokens, which stand for an account or some of its permissions, and the list of them that operators configure. May
 * see {@code domain.account}, {@code domain.permission}, {@code domain.crypto}, {@code domain.secret}, {@code domain.user}
 * for identifiers and the JDK.
 */
package io.github.auraauth.domain.authtoken;
