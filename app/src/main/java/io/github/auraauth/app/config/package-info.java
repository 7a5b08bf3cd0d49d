/**
 * Everything that is configured: one catalogue of variables, read and checked once, and what it means, typed. May see
 * {@code auth-domain} and the JDK.
 */
package io.github.auraauth.app.config;
