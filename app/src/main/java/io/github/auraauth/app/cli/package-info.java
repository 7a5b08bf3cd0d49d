/**
 * The command line: its groups of commands, and the commands that no feature has, such as {@code run}, {@code doctor}
 * and {@code config print}. May see {@code app.cli.account}, {@code app.cli.apikey}, {@code app.cli.audit}, {@code app.cli.backup}, {@code app.cli.command},
 * {@code app.cli.group}, {@code app.cli.oidc}, {@code app.cli.permission}, {@code app.cli.secret}, {@code app.cli.terms}, {@code app.cli.token}, {@code app.cli.user},
 * {@code app.config}, {@code app.config.upstream}, {@code app.config.variable}, {@code app.process}, {@code app.run},
 * {@code app.wiring}, {@code embedded-store}, {@code port.in.login}, the deadlines and outages of {@code port},
 * {@code auth-domain}, picocli and the JDK.
 */
package io.github.auraauth.app.cli;
