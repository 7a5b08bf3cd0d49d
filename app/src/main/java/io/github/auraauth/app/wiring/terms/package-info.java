/**
 * The terms API with a server of its own, put together by hand. May see every module but {@code fakes}, in this one
 * {@code app.config}, {@code app.process} and {@code app.wiring}, and OpenTelemetry, Micrometer, SLF4J and the JDK.
 */
package io.github.auraauth.app.wiring.terms;
