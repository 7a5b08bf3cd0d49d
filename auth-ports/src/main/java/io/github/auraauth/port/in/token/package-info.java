/** What callers may ask about the keys that we sign with. May see {@code auth-domain}, {@code port} and the JDK. */
package io.github.auraauth.port.in.token;
