/**
 * The page at the root: the way to one's account or, in development, what runs here. May see
 * {@code adapter.pages}, {@code adapter.pages.site}, {@code http-front}, {@code port.in.session}, the deadlines of
 * {@code port}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.adapter.pages.start;
