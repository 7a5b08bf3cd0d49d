/**
 * Kernel, played: an OpenID provider on loopback that lets everybody in. May see Javalin, Jackson, jose4j, SLF4J and
 * the JDK.
 */
package io.github.auraauth.fakes.kernel;
