/**
 * The flows of groups and permissions. May see {@code auth-ports}, {@code usecase.account}, {@code usecase.activity},
 * {@code usecase.paging}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.usecase.permission;
