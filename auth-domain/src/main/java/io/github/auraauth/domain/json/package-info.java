/**
 * A strict reader and writer for one flat JSON object, which is all that keys and states are made of: the JDK has
 * none, and the strictness is what keeps a changed ciphertext from being read. May see the JDK only.
 */
package io.github.auraauth.domain.json;
