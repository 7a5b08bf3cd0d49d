/**
 * What is configured of logins and pages, and what must hold of it. May see {@code app.config.upstream},
 * {@code app.config.variable}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.app.config.login;
