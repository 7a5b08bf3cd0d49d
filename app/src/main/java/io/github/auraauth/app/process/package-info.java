/**
 * The parts that every process of the service has, whatever it does: clock and randomness, metrics, background work, how many
 * connections it can have, and the refusal to start. May see {@code app.config}, {@code app.config.tracing}, {@code app.logging},
 * the deadlines and outages of {@code port}, {@code auth-domain}, Micrometer, OpenTelemetry, SLF4J and the JDK.
 */
package io.github.auraauth.app.process;
