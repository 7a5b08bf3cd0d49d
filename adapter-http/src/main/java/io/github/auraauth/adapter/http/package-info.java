/**
 * The authentication API and the accounts API, put together from the endpoints of several features, and the API
 * definitions that this module carries. May see {@code adapter.http.account}, {@code adapter.http.activity},
 * {@code adapter.http.apikey}, {@code adapter.http.authtoken}, {@code adapter.http.operations},
 * {@code adapter.http.permission}, {@code http-front}, {@code port.in.account}, {@code port.in.activity},
 * {@code port.in.apikey}, {@code port.in.authtoken}, {@code port.in.permission}, {@code port.in.session} and the JDK.
 */
package io.github.auraauth.adapter.http;
