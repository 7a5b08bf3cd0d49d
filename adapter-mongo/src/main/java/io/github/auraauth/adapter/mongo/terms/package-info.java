/**
 * The acceptances of terms and conditions over MongoDB, and their history. May see {@code adapter.mongo},
 * {@code auth-ports}, {@code auth-domain}, MongoDB's driver and the JDK.
 */
package io.github.auraauth.adapter.mongo.terms;
