/**
 * The contract kit of {@code port.out.kpi}. May see {@code testkit}, {@code testkit.internal}, {@code testkit.user},
 * {@code auth-ports}, {@code auth-domain}, JUnit, AssertJ and the JDK.
 */
package io.github.auraauth.testkit.kpi;
