/**
 * The activity, what was done and by whom, and the chains that show whether somebody changed what is kept of it. May see
 * {@code domain.account}, {@code domain.crypto}, {@code domain.secret}, {@code domain.user} for identifiers and the JDK.
 */
package io.github.auraauth.domain.activity;
