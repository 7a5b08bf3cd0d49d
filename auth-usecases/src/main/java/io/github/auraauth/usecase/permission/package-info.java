/**
 * The flows of groups and permissions. May see {@code port.in.account} for pages, {@code port.in.permission},
 * {@code port.out}, {@code usecase.account}, {@code usecase.activity}, {@code usecase.paging}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.usecase.permission;
