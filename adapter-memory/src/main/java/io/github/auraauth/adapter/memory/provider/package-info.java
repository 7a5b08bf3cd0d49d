/**
 * The stores of the OpenID provider beside those of clients and grants, in the memory of one process, for embedders and tests. May see {@code adapter.memory},
 * {@code auth-ports}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.adapter.memory.provider;
