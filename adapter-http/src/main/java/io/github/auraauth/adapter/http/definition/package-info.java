/**
 * {@code openapi.yaml}, read once: the operations with their access and the forms that parameters and bodies must have.
 * May see {@code domain.access}, Jackson and the JDK.
 */
package io.github.auraauth.adapter.http.definition;
