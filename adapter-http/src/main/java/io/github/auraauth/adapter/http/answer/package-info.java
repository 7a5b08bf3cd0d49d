/**
 * What is answered: statuses with bodies, refusals with their codes, JSON as it is written. May see
 * {@code port.out}, Jackson and the JDK.
 */
package io.github.auraauth.adapter.http.answer;
