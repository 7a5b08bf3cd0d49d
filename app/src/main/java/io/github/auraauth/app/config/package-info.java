/**
 * Everything that is configured, as typed values: read from environment variables and checked once, at the start. May
 * see {@code app.config.account}, {@code app.config.audit}, {@code app.config.behaviour}, {@code app.config.login}, {@code app.config.mongo},
 * {@code app.config.tracing}, {@code app.config.upstream}, {@code app.config.variable}, {@code adapter-redis},
 * {@code embedded-store}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.app.config;
