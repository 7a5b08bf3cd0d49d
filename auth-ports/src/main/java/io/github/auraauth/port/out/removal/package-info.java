/** The log by which every instance learns of removals. May see {@code auth-domain}, {@code port} and the JDK. */
package io.github.auraauth.port.out.removal;
