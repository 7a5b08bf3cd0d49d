/**
 * The behaviour manager, put together by hand. May see every module but {@code fakes}, in this one {@code app.behaviour},
 * {@code app.config}, {@code app.config.behaviour}, {@code app.config.variable}, {@code app.probe}, {@code app.process} and
 * {@code app.wiring}, and SLF4J and the JDK.
 */
package io.github.auraauth.app.wiring.behaviour;
