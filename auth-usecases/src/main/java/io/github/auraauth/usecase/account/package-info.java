/**
 * Accounts: what the command line does with them, and those of other installations. May see {@code usecase.activity},
 * {@code auth-domain}, {@code auth-ports} and the JDK.
 */
package io.github.auraauth.usecase.account;
