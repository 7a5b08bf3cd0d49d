/**
 * The pages of administration, all of them, and the one that they begin with. May see {@code adapter.pages},
 * {@code adapter.pages.admin.account}, {@code adapter.pages.admin.activity}, {@code adapter.pages.admin.apikey},
 * {@code adapter.pages.admin.authtoken}, {@code adapter.pages.admin.client}, {@code adapter.pages.admin.permission},
 * {@code adapter.pages.admin.signingkey}, {@code adapter.pages.admin.terms}, {@code adapter.pages.admin.user},
 * {@code adapter.pages.admin.view}, {@code adapter.pages.site}, {@code http-front}, {@code auth-ports}, {@code auth-domain} and
 * the JDK.
 */
package io.github.auraauth.adapter.pages.admin;
