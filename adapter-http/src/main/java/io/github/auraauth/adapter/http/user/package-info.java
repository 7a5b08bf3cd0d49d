/**
 * The endpoints about users: inputs to domain values, one call of {@code port.in}, outcome to answer. May see
 * {@code answer}, {@code request}, {@code auth-ports} and Jackson.
 */
package io.github.auraauth.adapter.http.user;
