package io.github.auraauth.adapter.http.request;

import java.util.OptionalInt;

/**
 * Who makes a request, as far as what it does is traced back.
 *
 * @param correlator of the request
 * @param key place of the key in the list that it stands in; empty where there is no such list
 */
public record Caller(String correlator, OptionalInt key) {}
