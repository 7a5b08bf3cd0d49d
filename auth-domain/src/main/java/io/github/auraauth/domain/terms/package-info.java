/**
 * Acceptances of services' terms and conditions: their forms, what may become of one, which version is the latest, and
 * the keys of the API. May see {@code domain.secret} and the JDK.
 */
package io.github.auraauth.domain.terms;
