/**
 * The API published in Kernel: authentication by Kernel's access tokens, and what people do with their own users. May
 * see {@code adapter.http}, {@code adapter.http.operations}, {@code adapter.http.user}, {@code http-front},
 * {@code port.in.channel}, {@code port.in.kernel}, {@code port.in.user}, the deadlines and outages of
 * {@code port}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.adapter.http.kernel;
