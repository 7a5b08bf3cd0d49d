/**
 * The engine that APIs stand on: the server, the order of checks, threads, and the headers that every response has.
 * May see the other packages of {@code http-front}, the deadlines and outages of {@code port}, {@code domain.access},
 * Jetty, OpenTelemetry, Micrometer, SLF4J and the JDK.
 */
package io.github.auraauth.front.server;
