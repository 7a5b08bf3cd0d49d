/**
 * The activity on accounts, as responses show it. May see {@code adapter.http.account}, {@code http-front},
 * {@code port.in.account} for pages, {@code port.in.activity}, the deadlines of {@code port}, {@code auth-domain}, Jackson
 * and the JDK.
 */
package io.github.auraauth.adapter.http.activity;
