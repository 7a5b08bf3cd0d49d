/**
 * The commands about groups. May see {@code app.cli.account}, {@code app.cli.command}, {@code app.wiring}, {@code app.wiring.account}, the deadlines and
 * outages of {@code port}, {@code auth-domain}, picocli and the JDK.
 */
package io.github.auraauth.app.cli.group;
