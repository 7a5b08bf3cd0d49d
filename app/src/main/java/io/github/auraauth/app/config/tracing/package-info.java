/** The configuration of the export of traces. May see {@code app.config.variable} and the JDK. */
package io.github.auraauth.app.config.tracing;
