/** What callers may ask about acceptances of terms and conditions. May see {@code auth-domain}, {@code port} and the JDK. */
package io.github.auraauth.port.in.terms;
