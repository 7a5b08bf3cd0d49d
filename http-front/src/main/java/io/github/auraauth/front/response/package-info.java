/**
 * What is answered: statuses with bodies, errors with their codes, JSON as it is written. May see {@code port}, Jackson and
 * the JDK.
 */
package io.github.auraauth.front.response;
