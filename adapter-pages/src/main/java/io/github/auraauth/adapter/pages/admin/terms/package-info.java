/**
 * The report of who has accepted which terms. May see {@code adapter.pages.admin.view}, {@code adapter.pages.site}, {@code http-front},
 * {@code port.in.account} for pages, {@code port.in.terms}, the deadlines of {@code port}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.adapter.pages.admin.terms;
