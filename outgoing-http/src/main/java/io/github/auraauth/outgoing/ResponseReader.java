package io.github.auraauth.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;

/** Reads one response, and breaks the connection rather than read more than a response may have. */
final class ResponseReader implements HttpClientResponseHandler<UpstreamResponse> {
    private static final int MAX_BODY_BYTES = 1 << 20;
    private static final int MIN_STATUS = 200;
    private static final int MAX_STATUS = 599;
    private static final byte[] NOTHING = {};

    private final Cancellable request;
    private final boolean bodyWanted;

    ResponseReader(Cancellable request, boolean bodyWanted) {
        this.request = request;
        this.bodyWanted = bodyWanted;
    }

    @Override
    public UpstreamResponse handleResponse(ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (status < MIN_STATUS || status > MAX_STATUS) {
            throw broken("no known status");
        }
        if (!bodyWanted) {
            leaveBody(response);
        }
        return UpstreamResponse.of(status, headers(response), body(response.getEntity()));
    }

    private byte[] body(HttpEntity entity) throws IOException {
        InputStream content = entity == null ? null : entity.getContent();
        if (content == null) {
            return NOTHING;
        }
        if (entity.getContentLength() < 0 && !entity.isChunked()) {
            throw broken("does not say where it ends, so that a part of it looks like the whole");
        }
        if (entity.getContentLength() > MAX_BODY_BYTES) {
            throw broken("announces too large a body");
        }
        byte[] bytes = content.readNBytes(MAX_BODY_BYTES + 1);
        if (bytes.length > MAX_BODY_BYTES) {
            throw broken("has too large a body");
        }
        return bytes;
    }

    /** Without it the client has nothing to read before it ends the connection, on which there may be more. */
    private static void leaveBody(ClassicHttpResponse response) {
        if (response.getEntity() != null && response.getEntity().getContentLength() != 0) {
            response.setEntity(null);
        }
    }

    /** The client would read the rest before it closes; so the connection goes first. */
    private IOException broken(String why) {
        request.cancel();
        return new IOException(why);
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName(), header.getValue() == null ? "" : header.getValue());
        }
        return headers;
    }
}
