/**
 * What tests of an adapter need beside the contract kits, which are in the packages below: a settable clock, races of
 * many threads, and how a backend is taken away. May see {@code auth-ports}, {@code auth-domain}, JUnit, AssertJ and
 * the JDK.
 */
package io.github.auraauth.testkit;
