/**
 * What an API has to know of browsers: the address that they reach the service at, cookies of its host, and where a page
 * says that a request comes from. May see {@code front.request}, {@code domain.access} and the JDK.
 */
package io.github.auraauth.front.browser;
