/**
 * The flows of accounts: reading, making, changing, erasing them, and inviting people to set a password. May see
 * {@code port.in.account}, {@code port.out}, {@code usecase.activity}, {@code usecase.paging},
 * {@code auth-domain} and the JDK.
 */
package io.github.auraauth.usecase.account;
