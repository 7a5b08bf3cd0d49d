/**
 * Acceptances of terms and conditions: the records, their history, and the authentication of the services that ask.
 * May see {@code usecase.erasure}, {@code usecase.throttle}, {@code usecase.paging}, {@code auth-domain}, {@code auth-ports}
 * and the JDK.
 */
package io.github.auraauth.usecase.terms;
