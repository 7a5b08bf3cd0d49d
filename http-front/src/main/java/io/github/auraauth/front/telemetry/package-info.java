/**
 * What is known of requests afterwards: correlator, metrics, one log line each; never anything of a user. May see
 * {@code routing}, Micrometer and SLF4J.
 */
package io.github.auraauth.front.telemetry;
