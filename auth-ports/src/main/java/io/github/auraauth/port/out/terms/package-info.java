/** Stores of acceptances of terms and conditions, and their history. May see {@code auth-domain}, {@code port} and the JDK. */
package io.github.auraauth.port.out.terms;
