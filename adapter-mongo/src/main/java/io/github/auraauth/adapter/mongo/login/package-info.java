/** The used login states over MongoDB. May see {@code adapter.mongo}, {@code auth-domain}, {@code auth-ports}, the MongoDB driver and the JDK. */
package io.github.auraauth.adapter.mongo.login;
