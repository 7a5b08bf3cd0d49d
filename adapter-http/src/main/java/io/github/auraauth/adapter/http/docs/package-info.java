/**
 * The definition as a page for people. May see Jackson and the JDK.
 */
package io.github.auraauth.adapter.http.docs;
