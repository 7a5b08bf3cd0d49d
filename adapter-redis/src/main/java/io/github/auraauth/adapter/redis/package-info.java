/**
 * Caches over Redis: one server, a master behind sentinels, or a cluster, none of which the service depends on. May see
 * {@code auth-ports}, Lettuce, Resilience4j and SLF4J.
 */
@NullMarked
package io.github.auraauth.adapter.redis;

import org.jspecify.annotations.NullMarked;
