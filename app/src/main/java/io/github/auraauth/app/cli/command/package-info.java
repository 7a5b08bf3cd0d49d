/**
 * What commands have in common: the process that they run in, its exit statuses, the database that most work with. May see {@code config}, {@code wiring}, {@code process}, {@code port.in}, Jackson and picocli.
 */
package io.github.auraauth.app.cli.command;
