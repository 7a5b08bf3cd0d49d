/**
 * What a process of the service has whatever it does: clock and randomness, metrics of the JVM, what runs in the background. May see {@code config}, {@code port}, the domain, Micrometer and SLF4J.
 */
package io.github.auraauth.app.process;
