/** The bot: tokens and conversations of Direct Line. May see {@code auth-ports}, {@code auth-domain} and the JDK. */
package io.github.auraauth.usecase.bot;
