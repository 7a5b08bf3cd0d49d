/**
 * Noting what was done, in chains that show changes, showing it, and removing what is old. May see {@code auth-ports}, {@code usecase.paging}, {@code auth-domain} and the
 * JDK.
 */
package io.github.auraauth.usecase.activity;
