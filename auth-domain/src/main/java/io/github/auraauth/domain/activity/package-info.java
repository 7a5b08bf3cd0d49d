/**
 * What was done to accounts and by whom. May see {@code domain.account}, {@code domain.user} for identifiers and the JDK.
 */
package io.github.auraauth.domain.activity;
