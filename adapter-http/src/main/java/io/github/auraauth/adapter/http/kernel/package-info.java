/**
 * The API published in Kernel: authentication by Kernel's access tokens, and what persons do with their own users. May see
 * {@code http-front}, {@code user}, {@code port.in} and the domain.
 */
package io.github.auraauth.adapter.http.kernel;
