/** Erasure of a person: what is looked for, and how far it has come. May see {@code domain.user} and the JDK. */
package io.github.auraauth.domain.erasure;
