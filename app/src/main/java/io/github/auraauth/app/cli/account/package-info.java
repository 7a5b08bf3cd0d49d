/**
 * The commands about accounts, and what those about groups, permissions and tokens share with them. May see
 * {@code app.cli.command}, {@code app.django}, {@code app.wiring}, {@code app.wiring.account}, {@code port.in.account},
 * {@code port.in.client}, the deadlines and outages of {@code port}, {@code auth-domain}, picocli and the JDK.
 */
package io.github.auraauth.app.cli.account;
