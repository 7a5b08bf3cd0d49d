/**
 * Indexes of the embedded store's collections, and which of them a query can use. May see mongo-java-server, Netty, SLF4J
 * and the JDK.
 */
package io.github.auraauth.embedded.index;
