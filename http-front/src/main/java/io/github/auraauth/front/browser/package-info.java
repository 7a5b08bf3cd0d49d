/**
 * The parts of the front that are about browsers: the address that they reach the service at, cookies of its host, where a page
 * says that a request comes from, and whether anybody asked for it. May see {@code front.request}, {@code domain.access}, Jetty
 * and the JDK.
 */
package io.github.auraauth.front.browser;
