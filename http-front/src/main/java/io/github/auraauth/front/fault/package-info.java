/**
 * Delays and errors that are put into an API on purpose, for those who test its callers. May see {@code front.definition},
 * {@code front.request}, {@code front.response}, {@code front.server}, the deadlines and outages of {@code port} and the JDK.
 */
package io.github.auraauth.front.fault;
