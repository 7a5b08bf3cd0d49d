/**
 * Every outbound port in memory, for embedders and tests, and the local user cache. May see {@code auth-domain},
 * {@code auth-ports}, Caffeine and the JDK.
 */
package io.github.auraauth.adapter.memory;
