/**
 * Probes of dependencies that have no adapter of their own for it. May see {@code port}, {@code usecase} and the JDK.
 */
package io.github.auraauth.app.probe;
