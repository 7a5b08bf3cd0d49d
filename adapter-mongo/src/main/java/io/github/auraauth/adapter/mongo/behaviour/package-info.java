/**
 * What instances share of the behaviour manager's file, over MongoDB. May see {@code adapter.mongo}, {@code auth-ports},
 * {@code auth-domain}, MongoDB's driver and the JDK.
 */
package io.github.auraauth.adapter.mongo.behaviour;
