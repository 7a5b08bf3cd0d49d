/**
 * What all stores over MongoDB keep enciphered, as their mappers write it. May see {@code adapter.mongo}, {@code auth-ports},
 * {@code auth-domain}, MongoDB's driver and the JDK.
 */
package io.github.auraauth.adapter.mongo.secret;
