/**
 * Stores over MongoDB, the connection they share, and the make-up of its indexes. May see {@code auth-domain},
 * {@code auth-ports}, the MongoDB driver, SLF4J and the JDK.
 */
package io.github.auraauth.adapter.mongo;
