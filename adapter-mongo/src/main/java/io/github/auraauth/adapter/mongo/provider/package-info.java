/**
 * The stores of the OpenID provider beside those of clients and grants, over MongoDB. May see {@code adapter.mongo},
 * {@code auth-ports}, {@code auth-domain}, MongoDB's driver and the JDK.
 */
package io.github.auraauth.adapter.mongo.provider;
