/**
 * The operator's files in Azure Blob Storage. May see {@code port}, {@code domain}, {@code outgoing}, the Azure SDK
 * and the Reactor types of its interfaces.
 */
package io.github.auraauth.adapter.azure;
