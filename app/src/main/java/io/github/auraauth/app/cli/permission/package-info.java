/**
 * The commands about permissions that are known here. May see {@code app.cli.account}, {@code app.cli.command},
 * {@code app.wiring.account}, the deadlines and outages of {@code port}, {@code auth-domain}, picocli and the JDK.
 */
package io.github.auraauth.app.cli.permission;
