package io.github.auraauth.outgoing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.MDC;

/** Writes calls as requests of the HTTP client, with what the running request of ours is known by. */
final class Requests {
    private static final int LONGEST_CONTEXT = 64;

    private Requests() {}

    /** A request that does not wait longer than the limit for a connection, or for any byte of the reply. */
    static HttpUriRequestBase of(Call call, Duration limit) {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.target());
        Timeout timeout = Timeout.ofMilliseconds(Math.max(1, limit.toMillis()));
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(timeout)
                .setResponseTimeout(timeout)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build());
        handOn("corr", "x-correlator", request);
        handOn("traceparent", "traceparent", request);
        call.eachHeader(
                (name, value) -> request.setHeader(name, new String(value.reveal(), StandardCharsets.US_ASCII)));
        call.content()
                .ifPresent(content -> request.setEntity(
                        new ByteArrayEntity(content.bytes().reveal(), ContentType.parse(content.mediaType()))));
        return request;
    }

    private static void handOn(String key, String header, HttpUriRequestBase request) {
        String value = MDC.get(key);
        if (value != null && value.length() <= LONGEST_CONTEXT && isVisibleAscii(value)) {
            request.setHeader(header, value);
        }
    }

    private static boolean isVisibleAscii(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c <= '~');
    }
}
