/**
 * The endpoints about the service itself. May see {@code answer}, {@code definition}, {@code docs}, {@code request},
 * {@code port.in} and Micrometer.
 */
package io.github.auraauth.adapter.http.operations;
