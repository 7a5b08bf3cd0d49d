/**
 * Noting what was done, and showing it. May see {@code port.in.account} for pages, {@code port.in.activity},
 * {@code port.out.activity}, {@code usecase.paging}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.usecase.activity;
