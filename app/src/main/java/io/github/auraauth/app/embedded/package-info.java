/**
 * The store inside this process, for development and small installations: a server that speaks MongoDB's protocol over
 * memory, with a journal on disk. May see {@code app.config}, the library that speaks the protocol, and the JDK.
 */
package io.github.auraauth.app.embedded;
