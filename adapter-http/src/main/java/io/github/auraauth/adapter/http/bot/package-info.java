/**
 * The endpoints by which channels reach the bot. May see {@code answer}, {@code request}, {@code auth-ports}, the
 * domain and Jackson.
 */
package io.github.auraauth.adapter.http.bot;
