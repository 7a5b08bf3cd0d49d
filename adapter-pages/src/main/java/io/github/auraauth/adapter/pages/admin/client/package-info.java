/**
 * The services that log people in here: which there are, making, changing and deleting them, and their secrets. May see
 * {@code adapter.pages.admin.view}, {@code adapter.pages.site}, {@code http-front}, {@code port.in.account} for pages,
 * {@code port.in.client}, the deadlines of {@code port}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.adapter.pages.admin.client;
