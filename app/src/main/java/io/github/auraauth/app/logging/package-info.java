/**
 * The form of log lines, and which are written. May see {@code app.config}, Logback with its Logstash encoder,
 * Jackson, SLF4J and the JDK.
 */
package io.github.auraauth.app.logging;
