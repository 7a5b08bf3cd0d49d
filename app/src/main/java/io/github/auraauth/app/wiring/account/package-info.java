/**
 * Accounts, put together by hand: their stores, use cases, API and pages, jobs, and what is done about them at the start.
 * May see every module but {@code fakes}, in this one {@code app.config}, {@code app.config.account}, {@code app.process}
 * and {@code app.wiring}, and Micrometer, SLF4J and the JDK.
 */
package io.github.auraauth.app.wiring.account;
