/**
 * The endpoints of terms and conditions, and their records as answers show them. May see {@code answer}, {@code request},
 * {@code port.in}, the domain and Jackson.
 */
package io.github.auraauth.adapter.http.terms;
