/**
 * Delays and errors that testers of channels ask for by rules, and when a rule acts. May see the JDK.
 */
package io.github.auraauth.domain.behaviour;
