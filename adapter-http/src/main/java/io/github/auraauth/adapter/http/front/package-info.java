/**
 * The one way in and out: every request passes the checks in their order here, and every answer leaves with its
 * manners. May see the feature packages of this module, {@code auth-ports}, the servlet API, Jetty and SLF4J.
 */
package io.github.auraauth.adapter.http.front;
