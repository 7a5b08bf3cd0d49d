/**
 * Accounts: who may log in, by which name, with which rights, and what it takes to change them. May see
 * {@code domain.permission}, {@code domain.password}, {@code domain.crypto}, {@code domain.secondfactor},
 * {@code domain.user} for identifiers and the JDK.
 */
package io.github.auraauth.domain.account;
