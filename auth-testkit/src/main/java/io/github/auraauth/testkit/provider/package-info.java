/**
 * The contract kits of {@code port.out.provider}. May see {@code testkit}, {@code testkit.internal}, {@code auth-ports},
 * {@code auth-domain}, JUnit, AssertJ and the JDK.
 */
package io.github.auraauth.testkit.provider;
