/**
 * What is configured of the behaviour manager, and what must hold of it. May see {@code app.config.variable},
 * {@code adapter-mongo}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.app.config.behaviour;
