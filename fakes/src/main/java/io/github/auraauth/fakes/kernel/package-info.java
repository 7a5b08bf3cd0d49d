/**
 * Kernel, played: an OpenID provider on loopback that lets everybody in, and lies and fails when it is told to. May see
 * Javalin, Jackson, jose4j, SLF4J and the JDK.
 */
package io.github.auraauth.fakes.kernel;
