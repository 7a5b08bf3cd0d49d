/**
 * The registry of API keys over MongoDB. May see {@code adapter.mongo}, {@code auth-ports}, {@code auth-domain},
 * MongoDB's driver, SLF4J and the JDK.
 */
package io.github.auraauth.adapter.mongo.apikey;
