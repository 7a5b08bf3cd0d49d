/**
 * Puts adapters and use cases together by hand, and is what the server and the commands are built from; the package of a
 * feature has its module. May see every module but {@code fakes}, in this one {@code app.config},
 * {@code app.config.account}, {@code app.config.login}, {@code app.config.mongo}, {@code app.config.upstream},
 * {@code app.probe}, {@code app.process}, {@code app.storage},
 * {@code app.wiring.account}, {@code app.wiring.activity}, {@code app.wiring.apikey}, {@code app.wiring.backup}, {@code app.wiring.behaviour},
 * {@code app.wiring.channel}, {@code app.wiring.kpi}, {@code app.wiring.login}, {@code app.wiring.makeup}, {@code app.wiring.offline},
 * {@code app.wiring.provider}, {@code app.wiring.start}, {@code app.wiring.terms} and {@code app.wiring.user}, and
 * OpenTelemetry, Micrometer, SLF4J and the JDK.
 */
package io.github.auraauth.app.wiring;
