/**
 * The configuration of the services of others, and its rules. May see {@code app.config.variable},
 * {@code adapter-channels}, {@code adapter-directline}, {@code adapter-kernel}, {@code outgoing-http},
 * {@code auth-domain} and the JDK.
 */
package io.github.auraauth.app.config.upstream;
