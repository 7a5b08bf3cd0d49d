/**
 * Authentication of calls by an access token of Kernel: its signature by Kernel's keys, its claims by the domain's
 * rules. May see {@code auth-domain}, {@code auth-ports} and the JDK.
 */
package io.github.auraauth.usecase.kernel;
