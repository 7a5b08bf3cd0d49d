/**
 * The user cache and the mirror of revocations over Redis: one server, a master behind sentinels, or a cluster, none
 * of which the service depends on. May see {@code auth-ports}, {@code auth-domain}, Lettuce, Netty, Resilience4j,
 * SLF4J and the JDK.
 */
@NullMarked
package io.github.auraauth.adapter.redis;

import org.jspecify.annotations.NullMarked;
