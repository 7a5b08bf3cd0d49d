/**
 * Enciphered APIKeys: their model, both formats, and the decision whether a presented key grants what a call needs.
 * May see {@code domain.access}, {@code domain.crypto}, {@code domain.json}, {@code domain.secret},
 * {@code domain.user} and the JDK.
 */
package io.github.auraauth.domain.apikey;
