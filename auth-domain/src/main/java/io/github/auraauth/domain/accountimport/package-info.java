/**
 * Accounts of another installation as its dump has them, and what must hold of them to be imported. May see
 * {@code domain.account}, {@code domain.authtoken}, {@code domain.password}, {@code domain.permission},
 * {@code domain.secret} and the JDK.
 */
package io.github.auraauth.domain.accountimport;
