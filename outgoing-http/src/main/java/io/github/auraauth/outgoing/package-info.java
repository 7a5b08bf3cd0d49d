/**
 * The one way in which services of others are called: bounded, timed, retried, broken off and measured. May see
 * {@code port}, {@code domain}, Apache HttpClient, Resilience4j, Micrometer and SLF4J.
 */
package io.github.auraauth.outgoing;
