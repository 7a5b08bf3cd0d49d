/**
 * The documents' Java examples, compiled and run, and what else a document promises that a machine can check. May see
 * every module, in this one {@code app.config.variable}, and Jackson, JUnit, AssertJ and the JDK.
 */
package io.github.auraauth.app.docs;
