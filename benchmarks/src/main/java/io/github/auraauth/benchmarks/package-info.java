/**
 * What the service is compared with: a bare Javalin handler that does one Redis GET; and what loads OpenID providers. May see
 * Javalin, Lettuce and the JDK.
 */
package io.github.auraauth.benchmarks;
