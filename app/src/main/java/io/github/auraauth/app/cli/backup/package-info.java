/**
 * The commands that back up and restore. May see {@code app.cli.command}, {@code app.process}, {@code app.wiring},
 * {@code app.wiring.backup}, picocli and the JDK.
 */
package io.github.auraauth.app.cli.backup;
