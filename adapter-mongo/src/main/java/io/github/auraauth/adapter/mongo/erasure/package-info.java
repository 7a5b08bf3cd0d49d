/**
 * The journal of erasures and the erased auraIds over MongoDB. May see {@code adapter.mongo}, {@code auth-ports},
 * {@code auth-domain}, MongoDB's driver, SLF4J and the JDK.
 */
package io.github.auraauth.adapter.mongo.erasure;
