/**
 * The rules of access: levels and modes, request paths in their one normal form, and the patterns that a key may
 * be limited to. May see the JDK only.
 */
package io.github.auraauth.domain.access;
