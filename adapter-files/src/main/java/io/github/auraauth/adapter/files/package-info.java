/**
 * The rows of key performance indicators on their way: from a queue to files of this machine, and from there to the
 * operator's storage. May see {@code port.out.kpi}, {@code port.out.file}, the deadlines and outages of {@code port},
 * {@code domain.kpi}, {@code domain.file}, {@code domain.user}, the heads of {@code domain.activity}, Micrometer, SLF4J and the JDK.
 */
package io.github.auraauth.adapter.files;
