/**
 * The entries of the invalidation log, which name users by pseudonyms only. May see {@code domain.crypto},
 * {@code domain.secret}, {@code domain.user} and the JDK.
 */
package io.github.auraauth.domain.invalidation;
