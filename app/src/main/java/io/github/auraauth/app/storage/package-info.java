/**
 * The pages' texts and picture and the folder of resources, as the use cases of the operator's storage need them. May see
 * {@code usecase.file}, {@code port}, {@code domain}, what {@code adapter.http} says of pages, and the JDK.
 */
package io.github.auraauth.app.storage;
