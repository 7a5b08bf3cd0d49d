/**
 * The contract kits of {@code port.out.secondfactor}, sample passkeys, and an authenticator in software. May see
 * {@code testkit}, {@code testkit.account}, {@code testkit.internal}, {@code auth-ports}, {@code auth-domain}, JUnit, AssertJ
 * and the JDK.
 */
package io.github.auraauth.testkit.secondfactor;
