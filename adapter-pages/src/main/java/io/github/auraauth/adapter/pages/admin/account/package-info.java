/**
 * Accounts: finding them, seeing why a login may fail, making, changing and deleting them, and what they may do. May see
 * {@code adapter.pages.admin.view}, {@code adapter.pages.site}, {@code http-front}, {@code port.in.account},
 * {@code port.in.permission}, {@code port.in.secondfactor}, the deadlines of {@code port}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.adapter.pages.admin.account;
