package io.github.auraauth.outgoing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.MDC;

/** Builds requests of the HTTP client, with the correlator and the trace context of the request that we serve. */
final class HttpRequests {
    private static final int MAX_CONTEXT_LENGTH = 64;

    private HttpRequests() {}

    /**
     * A request that waits no longer than the limit for a connection, or for any byte of the response.
     *
     * @param authenticating whether a proxy that asks is told who we are
     */
    static HttpUriRequestBase of(UpstreamRequest from, Duration limit, boolean authenticating) {
        HttpUriRequestBase request = new HttpUriRequestBase(from.method(), from.target());
        Timeout timeout = Timeout.ofMilliseconds(Math.max(1, limit.toMillis()));
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(timeout)
                .setResponseTimeout(timeout)
                .setAuthenticationEnabled(authenticating)
                .setProtocolUpgradeEnabled(false)
                .build());
        propagate("corr", "x-correlator", request);
        propagate("traceparent", "traceparent", request);
        from.eachHeader(
                (name, value) -> request.setHeader(name, new String(value.reveal(), StandardCharsets.US_ASCII)));
        from.content()
                .ifPresent(content -> request.setEntity(
                        new ByteArrayEntity(content.bytes().reveal(), ContentType.parse(content.mediaType()))));
        return request;
    }

    private static void propagate(String key, String header, HttpUriRequestBase request) {
        String value = MDC.get(key);
        if (value != null && value.length() <= MAX_CONTEXT_LENGTH && isVisibleAscii(value)) {
            request.setHeader(header, value);
        }
    }

    private static boolean isVisibleAscii(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c <= '~');
    }
}
