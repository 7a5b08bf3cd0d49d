/**
 * The pages and ways of a login and a logout in a browser. May see {@code answer}, {@code pages}, {@code request}, the
 * domain, {@code port}, Micrometer and SLF4J.
 */
package io.github.auraauth.adapter.pages.login;
