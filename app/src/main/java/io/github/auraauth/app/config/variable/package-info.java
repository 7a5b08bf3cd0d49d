/**
 * Environment variables: the catalogue of all, the format of each, and what of them is set. May see
 * {@code domain.secret}, cron-utils and the JDK.
 */
package io.github.auraauth.app.config.variable;
