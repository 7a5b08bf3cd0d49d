/**
 * Simulations of whole features: real use cases over stores in memory, under schedules drawn from seeds. May see every
 * module, JUnit, AssertJ and the JDK.
 */
package io.github.auraauth.app.simulation;
