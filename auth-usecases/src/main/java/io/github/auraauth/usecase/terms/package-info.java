/**
 * Accepting, reading, removing and reporting terms and conditions. May see {@code auth-domain}, {@code auth-ports} and
 * the JDK.
 */
package io.github.auraauth.usecase.terms;
