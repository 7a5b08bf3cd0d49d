/**
 * APIKeys, put together by hand. May see every module but {@code fakes}, in this one {@code app.config},
 * {@code app.probe}, {@code app.process} and {@code app.wiring}, and the JDK.
 */
package io.github.auraauth.app.wiring.apikey;
