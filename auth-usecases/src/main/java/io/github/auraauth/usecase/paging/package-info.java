/**
 * Pages of lists. May see {@code port.in.account} for their shape, the places in lists of {@code port},
 * {@code auth-domain} and the JDK.
 */
package io.github.auraauth.usecase.paging;
