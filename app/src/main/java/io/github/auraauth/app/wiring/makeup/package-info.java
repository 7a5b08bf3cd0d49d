/**
 * The indexes that a make-up takes from the operator's storage. May see every module but {@code fakes}, in this one
 * {@code app.process}, and SLF4J and the JDK.
 */
package io.github.auraauth.app.wiring.makeup;
