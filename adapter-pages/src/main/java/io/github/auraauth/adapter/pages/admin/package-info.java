/**
 * The pages of administration, all of them, and the one that they begin with. May see the packages below,
 * {@code adapter.pages}, {@code adapter.pages.site}, {@code http-front}, {@code auth-ports}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.adapter.pages.admin;
