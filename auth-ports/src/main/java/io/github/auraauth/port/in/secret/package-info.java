/** What is stored enciphered, as operators ask for it. May see {@code auth-domain}, the deadlines of {@code port} and the JDK. */
package io.github.auraauth.port.in.secret;
