/**
 * The flows of accounts: reading, making, changing, erasing and importing them, and inviting people to set a password. May
 * see {@code auth-ports}, {@code usecase.activity}, {@code usecase.paging}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.usecase.account;
