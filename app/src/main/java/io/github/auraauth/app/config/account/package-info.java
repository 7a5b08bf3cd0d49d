/**
 * What is configured of accounts, and what must hold of it. May see {@code app.config.variable}, {@code auth-domain} and
 * the JDK.
 */
package io.github.auraauth.app.config.account;
