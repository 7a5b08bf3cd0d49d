/**
 * The endpoints by which others verify what we sign. May see {@code answer}, {@code request} and {@code auth-ports}.
 */
package io.github.auraauth.adapter.http.openid;
