/**
 * The telemetry of requests: correlator, metrics, one log line each; never anything of a user. May see
 * {@code front.routing}, Micrometer, OpenTelemetry, SLF4J and the JDK.
 */
package io.github.auraauth.front.telemetry;
