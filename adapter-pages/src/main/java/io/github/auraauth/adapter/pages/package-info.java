/**
 * Pages that people see in a browser: templates, texts in several languages, and the Content-Security-Policy that each
 * page is sent with. May see {@code front.browser}, {@code front.response}, jte, Jackson and the JDK.
 */
package io.github.auraauth.adapter.pages;
