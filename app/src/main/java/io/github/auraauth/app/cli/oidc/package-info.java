/**
 * The commands about the OpenID provider's clients and keys. May see {@code app.cli.account} for what may be refused,
 * {@code app.cli.apikey} for lifetimes, {@code app.cli.command}, {@code app.wiring}, {@code app.wiring.provider},
 * {@code port.in.client}, {@code port.in.provider}, the deadlines of {@code port}, {@code auth-domain}, picocli and the JDK.
 */
package io.github.auraauth.app.cli.oidc;
