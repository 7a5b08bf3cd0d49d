/**
 * The service as its users meet it: real processes, real sockets, a real Redis. May see the JDK, the test servers and
 * the domain's key issuing.
 */
package io.github.auraauth.app.acceptance;
