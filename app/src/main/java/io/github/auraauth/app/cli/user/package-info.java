/**
 * The commands about users. May see {@code app.cli.command}, {@code app.cli.terms}, {@code app.wiring},
 * {@code port.in.erasure}, {@code port.in.user}, the deadlines and outages of {@code port}, {@code auth-domain},
 * picocli and the JDK.
 */
package io.github.auraauth.app.cli.user;
