/**
 * Erasure of a person, finished also after a crash. May see {@code auth-domain}, {@code auth-ports} and the JDK.
 */
package io.github.auraauth.usecase.erasure;
