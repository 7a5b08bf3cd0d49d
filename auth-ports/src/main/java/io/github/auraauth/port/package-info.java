/**
 * What both kinds of ports share: the deadline that a request carries. May see the JDK.
 */
package io.github.auraauth.port;
