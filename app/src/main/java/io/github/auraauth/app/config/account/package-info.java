/**
 * The configuration of accounts, and its rules. May see {@code app.config.variable}, {@code auth-domain} and
 * the JDK.
 */
package io.github.auraauth.app.config.account;
