/**
 * Deterministic simulation: processes with clocks of their own run real code over simulated dependencies, one thread at a
 * time, in an order that a seed draws and replays. May see {@code auth-ports} and the JDK.
 */
package io.github.auraauth.testkit.simulation;
