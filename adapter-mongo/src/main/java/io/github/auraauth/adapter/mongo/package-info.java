/**
 * The shared base of the stores over MongoDB: the connection with its configuration and circuit breaker, collections whose
 * calls keep to a deadline, sequenced logs, and the reading of what other programs stored. May see {@code auth-ports},
 * {@code auth-domain}, MongoDB's driver, Resilience4j, SLF4J and the JDK, and none of the packages below.
 */
package io.github.auraauth.adapter.mongo;
