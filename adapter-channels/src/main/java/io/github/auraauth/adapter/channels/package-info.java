/**
 * The channels of the operator's configuration service. May see {@code auth-ports}, {@code auth-domain},
 * {@code outgoing-http}, Jackson, SLF4J and the JDK.
 */
package io.github.auraauth.adapter.channels;
