/**
 * The keys that the OpenID provider signs with: which there are, making and rotating them. May see
 * {@code adapter.pages.admin.view}, {@code adapter.pages.site}, {@code http-front}, {@code port.in.provider}, the deadlines of
 * {@code port}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.adapter.pages.admin.signingkey;
