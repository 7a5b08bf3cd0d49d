/**
 * Authentication of calls by APIKey, and what an operator does with keys: issue, register, list, rotate, revoke. May
 * see {@code usecase.revocation}, {@code usecase.throttle}, {@code usecase.activity}, {@code usecase.paging},
 * {@code auth-domain}, {@code auth-ports} and the JDK.
 */
package io.github.auraauth.usecase.apikey;
