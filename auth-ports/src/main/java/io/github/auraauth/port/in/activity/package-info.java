/**
 * What was done to accounts, as they and those who watch over them ask for it. May see {@code auth-domain},
 * {@code port.in.account} for pages, the deadlines of {@code port} and the JDK.
 */
package io.github.auraauth.port.in.activity;
