/**
 * The OpenID provider, put together by hand: its stores, use cases, APIs and pages, and jobs. May see every module but
 * {@code fakes}, in this one {@code app.config}, {@code app.process}, {@code app.wiring} and {@code app.wiring.account}, and
 * Micrometer, SLF4J and the JDK.
 */
package io.github.auraauth.app.wiring.provider;
