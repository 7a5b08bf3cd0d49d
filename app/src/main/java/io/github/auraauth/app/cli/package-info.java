/**
 * The command line: one class a command, which parses, calls and prints. May see {@code app.config}, {@code app.wiring},
 * the inbound ports, the domain, and the libraries for commands and JSON.
 */
package io.github.auraauth.app.cli;
