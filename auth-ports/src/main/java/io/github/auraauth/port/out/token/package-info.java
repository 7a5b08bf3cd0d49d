/** Signing and verifying tokens, and the keys of others. May see {@code auth-domain}, {@code port} and the JDK. */
package io.github.auraauth.port.out.token;
