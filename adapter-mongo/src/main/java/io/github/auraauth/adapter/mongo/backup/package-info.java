/**
 * Backups of the stores in MongoDB and their restore: the file, what goes into it, and what of it comes back. May see
 * {@code adapter.mongo}, {@code port.out.invalidation}, {@code port.out.revocation}, the deadlines and outages of {@code port},
 * {@code auth-domain}, MongoDB's driver and the JDK.
 */
package io.github.auraauth.adapter.mongo.backup;
