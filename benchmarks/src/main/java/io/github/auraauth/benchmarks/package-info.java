/**
 * What the service is compared with. May see Javalin, Lettuce and the JDK.
 */
package io.github.auraauth.benchmarks;
