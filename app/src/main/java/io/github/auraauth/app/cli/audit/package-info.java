/**
 * The commands about the audit trail. May see {@code app.cli.command}, {@code app.wiring}, {@code port.in.activity}, the
 * deadlines and outages of {@code port}, {@code auth-domain}, picocli and the JDK.
 */
package io.github.auraauth.app.cli.audit;
