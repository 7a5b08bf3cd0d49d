/**
 * The pages' texts and picture and the folder of resources, as the use cases of the operator's storage need them. May
 * see {@code adapter.pages}, {@code usecase.file}, {@code port.out.file}, the deadlines and outages of {@code port},
 * {@code domain.file}, SLF4J and the JDK.
 */
package io.github.auraauth.app.storage;
