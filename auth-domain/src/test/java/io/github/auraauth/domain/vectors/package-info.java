/**
 * The examples of an independent implementation, run against ours. May see {@code auth-domain}, Jackson, JUnit,
 * AssertJ and the JDK.
 */
package io.github.auraauth.domain.vectors;
