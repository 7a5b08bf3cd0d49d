/** The journal of erasures and the erased auraIds over MongoDB. May see {@code adapter.mongo}, {@code auth-domain}, {@code auth-ports}, the MongoDB driver, SLF4J and the JDK. */
package io.github.auraauth.adapter.mongo.erasure;
