/**
 * What was done to accounts: noting it. May see {@code auth-domain}, {@code auth-ports} and the JDK.
 */
package io.github.auraauth.usecase.activity;
