/**
 * What the service takes from the operator's storage and puts there: texts and a picture of its pages, resources. May see
 * {@code port}, {@code domain}, what {@code adapter.http} says of pages, and the JDK.
 */
package io.github.auraauth.app.storage;
