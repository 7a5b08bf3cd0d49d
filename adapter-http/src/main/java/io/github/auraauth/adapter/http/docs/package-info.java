/**
 * Documents that are the same for everybody: the definition, and the viewer that shows it. May see the answers and the JDK.
 */
package io.github.auraauth.adapter.http.docs;
