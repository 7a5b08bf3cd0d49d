/**
 * The shared parts of the pages of administration: how a request is read, how lists go on, how a form comes back with its
 * faults. May see {@code adapter.pages}, {@code adapter.pages.site}, {@code http-front}, {@code port.in.account} for pages,
 * {@code port.in.session}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.adapter.pages.admin.view;
