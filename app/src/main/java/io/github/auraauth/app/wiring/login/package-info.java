/**
 * Logins through Kernel, put together by hand. May see every module but {@code fakes}, in this one
 * {@code app.config}, {@code app.config.login}, {@code app.config.upstream}, {@code app.probe}, {@code app.process}, {@code app.wiring}, {@code app.wiring.apikey} and
 * {@code app.wiring.user}, and Micrometer and the JDK.
 */
package io.github.auraauth.app.wiring.login;
