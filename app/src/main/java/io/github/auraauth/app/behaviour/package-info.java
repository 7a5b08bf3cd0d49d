/**
 * The file of the behaviour manager. May see {@code app.config.variable}, {@code usecase.behaviour}, {@code auth-domain}, Jackson,
 * SLF4J and the JDK.
 */
package io.github.auraauth.app.behaviour;
