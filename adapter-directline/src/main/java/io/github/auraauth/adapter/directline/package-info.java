/**
 * The bot's conversations over Direct Line 3.0. May see {@code port}, {@code domain}, {@code outgoing}, Jackson and
 * SLF4J.
 */
package io.github.auraauth.adapter.directline;
