/**
 * Authentication of calls by APIKey. May see {@code auth-domain}, {@code auth-ports} and the JDK.
 */
package io.github.auraauth.usecase.apikey;
