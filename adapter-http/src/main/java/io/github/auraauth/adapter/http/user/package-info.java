/**
 * The endpoints about users: inputs are read into domain values, a port is called, and its outcome becomes a response.
 * May see {@code http-front}, {@code port.in.channel}, {@code port.in.erasure}, {@code port.in.user}, the deadlines and outages
 * of {@code port}, {@code auth-domain}, Jackson and the JDK.
 */
package io.github.auraauth.adapter.http.user;
