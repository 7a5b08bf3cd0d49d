/**
 * Enciphered values in the memory of one process, for tests. May see {@code adapter.memory}, {@code auth-ports},
 * {@code auth-domain} and the JDK.
 */
package io.github.auraauth.adapter.memory.secret;
