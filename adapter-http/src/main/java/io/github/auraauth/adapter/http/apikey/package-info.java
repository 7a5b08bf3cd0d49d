/**
 * Authentication by APIKey. May see {@code http-front}, {@code port.in.apikey} and the domain.
 */
package io.github.auraauth.adapter.http.apikey;
