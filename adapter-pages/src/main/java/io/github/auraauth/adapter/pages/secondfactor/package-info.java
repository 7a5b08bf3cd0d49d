/**
 * The pages on which people set up second factors and take them away, and the form by which a browser asks an authenticator.
 * May see {@code adapter.pages}, {@code adapter.pages.site}, {@code http-front}, {@code port.in.secondfactor},
 * {@code port.in.session}, the deadlines of {@code port}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.adapter.pages.secondfactor;
