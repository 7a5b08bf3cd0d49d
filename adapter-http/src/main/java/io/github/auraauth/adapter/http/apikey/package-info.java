/**
 * Authentication of calls by APIKey. May see {@code http-front}, {@code port.in.apikey}, {@code auth-domain} and the
 * JDK.
 */
package io.github.auraauth.adapter.http.apikey;
