/**
 * The endpoints by which channels reach the bot. May see {@code http-front}, {@code port.in.bot}, the deadlines and
 * outages of {@code port}, {@code auth-domain}, Jackson and the JDK.
 */
package io.github.auraauth.adapter.http.bot;
