/**
 * The client of Kernel, the operator's OpenID provider. May see {@code auth-ports}, {@code auth-domain},
 * {@code outgoing-http}, Jackson, SLF4J and the JDK.
 */
package io.github.auraauth.adapter.kernel;
