/**
 * What the service is compared with: a bare Javalin handler that does one Redis GET; what loads OpenID providers; and what
 * loads the embedded store. May see MongoDB's driver, Javalin, Lettuce and the JDK.
 */
package io.github.auraauth.benchmarks;
