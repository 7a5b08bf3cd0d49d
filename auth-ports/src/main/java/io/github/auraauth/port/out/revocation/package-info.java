/** The log of revocations and its mirror. May see {@code auth-domain}, {@code port} and the JDK. */
package io.github.auraauth.port.out.revocation;
