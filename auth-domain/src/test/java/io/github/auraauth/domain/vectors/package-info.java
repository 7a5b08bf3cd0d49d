/**
 * The examples of an independent implementation, run against ours. May see the whole domain and Jackson.
 */
package io.github.auraauth.domain.vectors;
