/**
 * The house style and the architecture page as tests, each beside a broken fixture that it catches. May see every
 * module's classes, sources and POMs, ArchUnit, JUnit, AssertJ and the JDK.
 */
package io.github.auraauth.app.architecture;
