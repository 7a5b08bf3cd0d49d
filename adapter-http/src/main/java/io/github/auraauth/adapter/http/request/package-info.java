/**
 * What a request says, read and checked by the definition: parameters, body, who sends it. May see {@code answer},
 * {@code definition}, {@code routing}, the domain, {@code port}, the servlet API, Jetty, Jackson and SLF4J.
 */
package io.github.auraauth.adapter.http.request;
