/**
 * Erasure of a person, begun in a journal and finished also after a crash. May see {@code usecase.activity}, {@code usecase.user},
 * {@code auth-domain}, {@code auth-ports} and the JDK.
 */
package io.github.auraauth.usecase.erasure;
