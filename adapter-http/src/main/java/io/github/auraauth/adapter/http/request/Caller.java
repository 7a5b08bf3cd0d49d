package io.github.auraauth.adapter.http.request;

/**
 * Who makes a request.
 *
 * @param correlator of the request
 * @param source where it comes from
 * @param credential that it was let in with
 * @param browser that makes it, where people look
 */
public record Caller(String correlator, Source source, Credential credential, Browser browser) {}
