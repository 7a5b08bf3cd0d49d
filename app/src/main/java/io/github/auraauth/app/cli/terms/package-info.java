/**
 * The commands about terms, and their records as commands print them. May see {@code cli.command}, {@code wiring}, {@code port.in}, the domain and picocli.
 */
package io.github.auraauth.app.cli.terms;
