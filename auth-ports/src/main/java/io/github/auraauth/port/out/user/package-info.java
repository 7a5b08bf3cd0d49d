/** Stores and caches of users. May see {@code auth-domain}, {@code port} and the JDK. */
package io.github.auraauth.port.out.user;
