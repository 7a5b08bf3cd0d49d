/**
 * The registered APIKeys: seeing them, and revoking one or all of a consumer. May see {@code adapter.pages.admin.view},
 * {@code adapter.pages.site}, {@code http-front}, {@code port.in.account} for pages, {@code port.in.apikey}, the deadlines of
 * {@code port}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.adapter.pages.admin.apikey;
