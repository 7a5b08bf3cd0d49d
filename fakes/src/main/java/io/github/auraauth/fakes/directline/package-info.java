/**
 * Direct Line 3.0, played: conversations with a bot that repeats what it hears. May see Javalin, Jackson and the JDK.
 */
package io.github.auraauth.fakes.directline;
