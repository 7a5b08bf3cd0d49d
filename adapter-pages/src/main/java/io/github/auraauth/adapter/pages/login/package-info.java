/**
 * The pages and endpoints of a login and a logout in a browser. May see {@code adapter.pages}, {@code http-front},
 * {@code port.in.login}, the deadlines and outages of {@code port}, {@code auth-domain}, Micrometer, SLF4J and the
 * JDK.
 */
package io.github.auraauth.adapter.pages.login;
