/**
 * The engine that APIs stand on: the server, the order of checks, threads, what every response has. May see all other
 * packages of this module, {@code port}, Javalin, Jetty, Micrometer and SLF4J.
 */
package io.github.auraauth.front.server;
