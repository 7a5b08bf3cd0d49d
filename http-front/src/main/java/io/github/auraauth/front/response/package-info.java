/**
 * The responses: their values, errors with their codes, JSON as it is written. May see the deadlines and outages of
 * {@code port}, {@code domain.access}, Jackson and the JDK.
 */
package io.github.auraauth.front.response;
