/**
 * A user cache that agrees with the invalidation log, and the follower of that log, which every change of a user is
 * written to. May see {@code auth-domain}, {@code auth-ports} and the JDK.
 */
package io.github.auraauth.usecase.invalidation;
