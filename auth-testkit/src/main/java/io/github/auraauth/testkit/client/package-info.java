/**
 * The contract kits of {@code port.out.client}. May see {@code testkit}, {@code testkit.internal}, {@code auth-ports},
 * {@code auth-domain}, JUnit, AssertJ and the JDK.
 */
package io.github.auraauth.testkit.client;
