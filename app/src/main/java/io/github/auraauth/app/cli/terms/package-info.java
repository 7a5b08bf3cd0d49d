/**
 * The commands about terms, and their records as commands print them. May see {@code app.cli.command},
 * {@code app.cli.user}, {@code app.wiring}, {@code port.in.terms}, the deadlines and outages of {@code port},
 * {@code auth-domain}, picocli and the JDK.
 */
package io.github.auraauth.app.cli.terms;
