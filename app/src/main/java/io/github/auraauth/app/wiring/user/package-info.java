/**
 * Users, put together by hand: their stores, caches, use cases, endpoints and jobs, and their erasure. May see every
 * module but {@code fakes}, in this one {@code app.config}, {@code app.process} and {@code app.wiring}, and Micrometer,
 * SLF4J and the JDK.
 */
package io.github.auraauth.app.wiring.user;
