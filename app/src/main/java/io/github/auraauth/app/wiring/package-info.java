/**
 * Puts adapters and use cases together by hand, a class for each feature, and is what the server and the commands are
 * built from. May see every module but {@code fakes}, in this one {@code app.config}, {@code app.config.account},
 * {@code app.config.mongo}, {@code app.probe}, {@code app.process}, {@code app.storage}, {@code app.wiring.account}, {@code app.wiring.activity}, {@code app.wiring.backup}, {@code app.wiring.channel},
 * {@code app.wiring.kpi}, {@code app.wiring.makeup}, {@code app.wiring.offline}, {@code app.wiring.provider} and {@code app.wiring.start}, and OpenTelemetry, Micrometer, SLF4J and the JDK.
 */
package io.github.auraauth.app.wiring;
