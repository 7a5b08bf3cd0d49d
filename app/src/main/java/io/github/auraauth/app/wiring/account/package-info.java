/**
 * Accounts, put together by hand: their stores, use cases, API, jobs, and what is done about them at the start. May see all
 * modules, {@code app.config}, {@code app.config.account}, {@code app.process}, {@code app.wiring}, Micrometer, SLF4J and the
 * JDK.
 */
package io.github.auraauth.app.wiring.account;
