/**
 * The store of the embedded default, with the folder in which it lies: a server in this process that speaks MongoDB's
 * protocol over memory, with a journal on disk. May see {@code embedded.index}, mongo-java-server, Netty, SLF4J and the
 * JDK.
 */
package io.github.auraauth.embedded;
