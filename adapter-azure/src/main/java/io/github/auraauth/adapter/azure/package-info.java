/**
 * The operator's files in Azure Blob Storage. May see {@code auth-ports}, {@code auth-domain}, {@code outgoing-http},
 * Azure's SDK, the Reactor types in its interfaces and the JDK.
 */
package io.github.auraauth.adapter.azure;
