/**
 * Tokens signed and verified with jose4j. May see {@code port}, {@code domain} and jose4j.
 */
package io.github.auraauth.adapter.jose;
