/**
 * Services of others, played: for tests, and for somebody who wants to try the service without an account anywhere. May
 * see Javalin, Jackson, jose4j, SLF4J and the JDK.
 */
package io.github.auraauth.fakes;
