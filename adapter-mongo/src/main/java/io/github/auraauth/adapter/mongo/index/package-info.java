/**
 * The versions of the databases' indexes, and the removal of expired documents where a server does not see to it. May
 * see {@code adapter.mongo}, {@code auth-ports}, {@code auth-domain}, MongoDB's driver, SLF4J and the JDK.
 */
package io.github.auraauth.adapter.mongo.index;
