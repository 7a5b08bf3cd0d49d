/**
 * A contract kit for every outbound port: interfaces of tests that an adapter's own test class takes over. May see
 * {@code auth-domain}, {@code auth-ports}, JUnit, AssertJ and the JDK.
 */
package io.github.auraauth.testkit;
