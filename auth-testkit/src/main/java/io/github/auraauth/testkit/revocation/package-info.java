/**
 * The contract kits of {@code port.out.revocation}. May see {@code testkit}, {@code testkit.apikey},
 * {@code testkit.internal}, {@code auth-ports}, {@code auth-domain}, JUnit, AssertJ and the JDK.
 */
package io.github.auraauth.testkit.revocation;
