/**
 * The authentication API, put together from the endpoints of several features, and the API definitions that this
 * module carries. May see {@code adapter.http.apikey}, {@code adapter.http.operations}, {@code http-front},
 * {@code port.in.apikey} and the JDK.
 */
package io.github.auraauth.adapter.http;
