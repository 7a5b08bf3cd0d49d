/**
 * The shared parts of the commands: the process that they run in, its exit statuses, the database that most work with, and how
 * long ones tell their progress. May see {@code app.config}, {@code app.process}, {@code app.wiring}, {@code app.wiring.offline}, {@code embedded-store},
 * {@code port.in.apikey}, {@code port.in.login}, the deadlines and outages of {@code port}, {@code auth-domain}, Jackson, progressbar,
 * picocli and the JDK.
 */
package io.github.auraauth.app.cli.command;
