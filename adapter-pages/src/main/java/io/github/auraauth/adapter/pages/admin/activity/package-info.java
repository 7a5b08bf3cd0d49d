/**
 * The pages of the activity: what was done, by whom and to whom. May see {@code adapter.pages.admin.view}, {@code adapter.pages.site},
 * {@code http-front}, {@code port.in.account} for pages, {@code port.in.activity}, the deadlines of {@code port},
 * {@code auth-domain} and the JDK.
 */
package io.github.auraauth.adapter.pages.admin.activity;
