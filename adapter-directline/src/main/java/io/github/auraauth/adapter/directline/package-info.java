/**
 * The bot's conversations over Direct Line 3.0. May see {@code auth-ports}, {@code auth-domain},
 * {@code outgoing-http}, Jackson, SLF4J and the JDK.
 */
package io.github.auraauth.adapter.directline;
