/**
 * The HTTP client for upstream services: bounded, timed, retried, cancelled at its deadline and measured. May see the
 * deadlines and outages of {@code port}, {@code auth-domain}, Apache HttpClient, Resilience4j, Micrometer, OpenTelemetry, SLF4J and
 * the JDK.
 */
package io.github.auraauth.outgoing;
