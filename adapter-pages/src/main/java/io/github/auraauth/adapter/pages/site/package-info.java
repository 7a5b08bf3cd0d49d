/**
 * The pages behind a login: what they are made of (texts, facts, tables, forms), who sees them, and how their forms are
 * known to be ours. May see {@code adapter.pages}, {@code http-front}, {@code port.in.session}, the deadlines of
 * {@code port}, {@code auth-domain}, jte and the JDK.
 */
package io.github.auraauth.adapter.pages.site;
