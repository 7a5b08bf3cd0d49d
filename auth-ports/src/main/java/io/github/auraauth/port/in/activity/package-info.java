/**
 * The activity, as accounts, those who watch over them and auditors ask for it. May see {@code auth-domain},
 * {@code port.in.account} for pages, the deadlines of {@code port} and the JDK.
 */
package io.github.auraauth.port.in.activity;
