/**
 * Noting what was done, and showing it. May see {@code auth-ports}, {@code usecase.paging}, {@code auth-domain} and the
 * JDK.
 */
package io.github.auraauth.usecase.activity;
