/**
 * Reads what Django's {@code dumpdata} writes. May see {@code auth-domain}, Jackson and the JDK.
 */
package io.github.auraauth.app.django;
