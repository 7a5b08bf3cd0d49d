/**
 * What the contract kits share and no test of an adapter needs; it may change without notice. May see {@code testkit},
 * {@code auth-ports}, AssertJ and the JDK.
 */
package io.github.auraauth.testkit.internal;
