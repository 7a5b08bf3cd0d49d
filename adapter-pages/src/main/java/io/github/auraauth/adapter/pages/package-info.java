/**
 * What a person sees in a browser: templates, texts in several languages, and the policy under which a page shows as it
 * should. May see {@code answer}, jte, Jackson and the JDK.
 */
package io.github.auraauth.adapter.pages;
