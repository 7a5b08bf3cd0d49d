/**
 * How a removed user is kept from coming back out of a cache: a log of removals under pseudonyms, and what follows from
 * it for a cached value. May see {@code domain.crypto}, {@code domain.user} and the JDK.
 */
package io.github.auraauth.domain.removal;
