/**
 * The auth tokens of all accounts: seeing, making and ending them. May see {@code adapter.pages.admin.view},
 * {@code adapter.pages.site}, {@code http-front}, {@code port.in.account} for pages, {@code port.in.authtoken},
 * {@code port.in.permission}, the deadlines of {@code port}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.adapter.pages.admin.authtoken;
