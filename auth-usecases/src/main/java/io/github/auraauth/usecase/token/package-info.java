/**
 * What is told of the keys that we sign with. May see {@code auth-ports}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.usecase.token;
