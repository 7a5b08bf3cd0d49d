/**
 * Stores, logs and caches in memory, for embedders and tests; the embedded default also takes its user cache from
 * here. May see {@code auth-ports}, {@code auth-domain}, Caffeine and the JDK.
 */
package io.github.auraauth.adapter.memory;
