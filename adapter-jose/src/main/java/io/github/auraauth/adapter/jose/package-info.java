/** Tokens signed and verified with jose4j. May see {@code auth-ports}, {@code auth-domain}, jose4j and the JDK. */
package io.github.auraauth.adapter.jose;
