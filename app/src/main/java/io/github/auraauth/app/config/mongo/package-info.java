/**
 * The configuration of MongoDB, by variables and by options in its address, and its rules. May see
 * {@code app.config.variable}, {@code adapter-mongo}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.app.config.mongo;
