/**
 * The stores of users over MongoDB, and the record of the seed that their global ids are made from. May see
 * {@code adapter.mongo}, {@code auth-ports}, {@code auth-domain}, MongoDB's driver, SLF4J and the JDK.
 */
package io.github.auraauth.adapter.mongo.user;
