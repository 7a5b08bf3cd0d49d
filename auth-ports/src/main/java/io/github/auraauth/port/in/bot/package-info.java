/** What callers may ask about reaching the bot. May see {@code auth-domain}, {@code port} and the JDK. */
package io.github.auraauth.port.in.bot;
