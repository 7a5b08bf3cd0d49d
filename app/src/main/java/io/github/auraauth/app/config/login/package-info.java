/**
 * The configuration of logins and pages, and its rules. May see {@code app.config.upstream},
 * {@code app.config.variable}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.app.config.login;
