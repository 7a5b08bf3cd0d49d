/**
 * What a request says and who makes it: body, inputs, principal, source and browser. May see {@code definition},
 * {@code routing}, {@code response}, {@code port}, {@code domain.access}, Jackson, Jetty and the Servlet API.
 */
package io.github.auraauth.front.request;
