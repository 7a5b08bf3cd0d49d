/**
 * Reads what Django's {@code dumpdata} writes. May see {@code adapter-jose} for keys, {@code auth-domain}, Jackson and the JDK.
 */
package io.github.auraauth.app.django;
