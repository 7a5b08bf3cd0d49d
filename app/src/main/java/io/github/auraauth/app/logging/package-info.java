/**
 * What log lines look like and which are written. May see {@code app.config}, the logging library and the JDK.
 */
package io.github.auraauth.app.logging;
