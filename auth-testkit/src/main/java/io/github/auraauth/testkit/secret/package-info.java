/**
 * The contract kit of {@code port.out.secret}. May see {@code testkit}, {@code testkit.internal}, {@code auth-ports},
 * {@code auth-domain}, JUnit, AssertJ and the JDK.
 */
package io.github.auraauth.testkit.secret;
