/**
 * The invalidation log's entries, segments and epochs, which name users by pseudonyms only. May see {@code domain.crypto},
 * {@code domain.secret}, {@code domain.user} and the JDK.
 */
package io.github.auraauth.domain.invalidation;
