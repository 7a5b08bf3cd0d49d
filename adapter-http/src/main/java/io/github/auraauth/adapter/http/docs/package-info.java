/**
 * Documents that are the same for every caller: an API's definition, and the viewer that shows it. May see
 * {@code front.response} and the JDK.
 */
package io.github.auraauth.adapter.http.docs;
