/**
 * The HTTP client for upstream services: bounded, timed, retried, cancelled at its deadline and measured. May see
 * {@code port}, {@code domain}, Apache HttpClient, Resilience4j, Micrometer and SLF4J.
 */
package io.github.auraauth.outgoing;
