/**
 * The users of all channels: finding them by auraId or phone number, removing one, erasing a person. A phone number is never in
 * an address. May see {@code adapter.pages}, {@code adapter.pages.admin.view}, {@code adapter.pages.site}, {@code http-front}, {@code port.in.user},
 * the deadlines and outages of {@code port}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.adapter.pages.admin.user;
