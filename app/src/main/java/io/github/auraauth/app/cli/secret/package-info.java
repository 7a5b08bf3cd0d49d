/**
 * The commands about what is stored enciphered. May see {@code app.cli.command}, {@code app.wiring}, {@code port.in.secret}, the
 * deadlines and outages of {@code port}, picocli and the JDK.
 */
package io.github.auraauth.app.cli.secret;
