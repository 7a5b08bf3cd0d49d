/**
 * The endpoints by which channels reach the bot. May see {@code answer}, {@code request} and {@code auth-ports}.
 */
package io.github.auraauth.adapter.http.bot;
