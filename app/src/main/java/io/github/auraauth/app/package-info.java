/**
 * Where the process begins: its arguments and environment are read here and handed on. May see {@code app.cli},
 * {@code app.cli.command}, {@code app.logging}, {@code domain.secret} and the JDK.
 */
package io.github.auraauth.app;
