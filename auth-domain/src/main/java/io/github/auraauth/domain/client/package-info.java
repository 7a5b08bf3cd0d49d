/**
 * The services that log people in here (relying parties), as an operator registers them. May see {@code domain.crypto},
 * {@code domain.secret}, {@code domain.token} and the JDK.
 */
package io.github.auraauth.domain.client;
