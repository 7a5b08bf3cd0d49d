/**
 * The client of Kernel, the operator's OpenID provider. May see {@code port}, {@code domain}, {@code outgoing},
 * Jackson and SLF4J.
 */
package io.github.auraauth.adapter.kernel;
