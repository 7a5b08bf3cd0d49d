/**
 * The commands about auth tokens. May see {@code app.cli.account}, {@code app.cli.apikey} for lifetimes,
 * {@code app.cli.command}, {@code app.wiring}, {@code app.wiring.account}, {@code port.in.authtoken}, the deadlines and outages of {@code port},
 * {@code auth-domain}, picocli and the JDK.
 */
package io.github.auraauth.app.cli.token;
