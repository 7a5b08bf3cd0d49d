/** The registry of issued APIKeys. May see {@code auth-domain}, {@code port} and the JDK. */
package io.github.auraauth.port.out.apikey;
