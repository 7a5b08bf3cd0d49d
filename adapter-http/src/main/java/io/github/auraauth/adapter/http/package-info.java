/**
 * The HTTP API as one server: what it is configured by, what it calls, starting and stopping. May see the other
 * packages of this module, {@code auth-ports}, Javalin, Jetty, Micrometer and SLF4J.
 */
package io.github.auraauth.adapter.http;
