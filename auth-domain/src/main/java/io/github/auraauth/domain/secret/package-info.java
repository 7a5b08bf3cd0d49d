/** Values that must never be printed: they redact themselves and compare in constant time. May see the JDK only. */
package io.github.auraauth.domain.secret;
