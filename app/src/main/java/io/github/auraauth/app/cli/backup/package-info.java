/**
 * The commands that back up and restore, and how they tell their progress. May see {@code app.cli.command}, {@code app.process}, {@code app.wiring}, {@code app.wiring.backup}, progressbar, picocli and
 * the JDK.
 */
package io.github.auraauth.app.cli.backup;
