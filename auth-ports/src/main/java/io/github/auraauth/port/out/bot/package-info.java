/** The bot's conversations. May see {@code auth-domain}, {@code port} and the JDK. */
package io.github.auraauth.port.out.bot;
