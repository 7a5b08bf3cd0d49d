/**
 * The commands about users. May see {@code cli.command}, {@code cli.terms}, {@code wiring}, {@code port.in}, the domain and picocli.
 */
package io.github.auraauth.app.cli.user;
