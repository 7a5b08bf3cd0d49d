/** Probes of dependencies. May see {@code auth-domain}, the deadlines and outages of {@code port} and the JDK. */
package io.github.auraauth.port.out.health;
