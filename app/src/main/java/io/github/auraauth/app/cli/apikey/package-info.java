/**
 * The commands about APIKeys. May see {@code cli.command}, {@code config}, {@code wiring}, {@code port.in}, the domain and picocli.
 */
package io.github.auraauth.app.cli.apikey;
