/**
 * How routes and dependencies behave by the rules of an operator's file, and where these come from. May see {@code auth-ports},
 * {@code auth-domain} and the JDK.
 */
package io.github.auraauth.usecase.behaviour;
