/**
 * The endpoints about the service itself: health, metrics, and the definition of the API. May see
 * {@code adapter.http.docs}, {@code http-front}, {@code port.in.health}, the deadlines and outages of {@code port},
 * Micrometer and the JDK.
 */
package io.github.auraauth.adapter.http.operations;
