/**
 * The page at the root, and what a start compares with the last one, put together by hand. May see every module but {@code fakes}, in this one {@code app.config},
 * {@code app.process} and {@code app.wiring}, and SLF4J and the JDK.
 */
package io.github.auraauth.app.wiring.start;
