/**
 * A request and its caller: body, inputs, principal, source and browser. May see {@code front.definition},
 * {@code front.response}, {@code front.routing}, the deadlines and outages of {@code port}, {@code domain.access},
 * Jackson, Jetty and the JDK.
 */
package io.github.auraauth.front.request;
