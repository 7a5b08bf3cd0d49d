/**
 * Login states: what a link into a login or logout carries, enciphered, and what binds a login to the browser that
 * began it. May see {@code domain.crypto}, {@code domain.json}, {@code domain.secret}, {@code domain.user} and the
 * JDK.
 */
package io.github.auraauth.domain.state;
