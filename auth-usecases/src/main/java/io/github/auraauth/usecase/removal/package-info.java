/**
 * Keeps what caches hold from outliving a removal: the watch over the removal log and what it says of a cached value. May see {@code auth-domain}, {@code auth-ports} and the JDK.
 */
package io.github.auraauth.usecase.removal;
