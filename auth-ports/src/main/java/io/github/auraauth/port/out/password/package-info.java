/**
 * The hashing and the scoring of passwords. May see {@code auth-domain} and the JDK.
 */
package io.github.auraauth.port.out.password;
