/**
 * Authentication of calls by APIKey. May see {@code http-front}, {@code port.in.apikey}, the deadlines of {@code port},
 * {@code auth-domain} and the JDK.
 */
package io.github.auraauth.adapter.http.apikey;
