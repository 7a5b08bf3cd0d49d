/**
 * The commands about APIKeys. May see {@code app.cli.command}, {@code app.config}, {@code app.wiring},
 * {@code port.in.apikey}, the deadlines and outages of {@code port}, {@code auth-domain}, picocli and the JDK.
 */
package io.github.auraauth.app.cli.apikey;
