/**
 * Passwords as they are kept, and which new ones are taken. May see {@code domain.secret} and the JDK.
 */
package io.github.auraauth.domain.password;
