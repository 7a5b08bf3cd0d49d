package io.github.auraauth.adapter.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeader;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.outgoing.UpstreamClient;
import io.github.auraauth.outgoing.UpstreamRequest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Sends the requests of one call of the Azure SDK by the upstream client, so that its timeouts, breaker, metrics and log
 * apply to them too. For use by one thread.
 */
final class OutgoingTransport implements HttpClient {
    private static final Set<String> SET_BY_CLIENT = Set.of("content-length", "content-type", "host");

    private final UpstreamClient upstream;
    private final String path;
    private final Deadline deadline;
    private Optional<Outage> outage = Optional.empty();

    /**
     * @param path the template of the path for metrics and logs
     * @param deadline of all its requests
     */
    OutgoingTransport(UpstreamClient upstream, String path, Deadline deadline) {
        this.upstream = upstream;
        this.path = path;
        this.deadline = deadline;
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        try {
            return new BufferedResponse(request, upstream.send(upstreamRequest(request), deadline));
        } catch (Outage failure) {
            outage = Optional.of(failure);
            throw failure;
        }
    }

    /** The outage that ended the call, if one did: the SDK wraps it, or loses it. */
    Optional<Outage> outage() {
        return outage;
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return Mono.fromSupplier(() -> sendSync(request, Context.NONE));
    }

    /** Each request writes a whole file or nothing, so that repeating it does no harm. */
    private UpstreamRequest upstreamRequest(HttpRequest request) {
        UpstreamRequest converted = UpstreamRequest.of(
                        request.getHttpMethod().name(),
                        URI.create(request.getUrl().toString()),
                        path)
                .repeatable();
        for (HttpHeader header : request.getHeaders()) {
            if (!SET_BY_CLIENT.contains(header.getName().toLowerCase(Locale.ROOT))) {
                converted = converted.header(header.getName(), Secret.ofText(header.getValue()));
            }
        }
        BinaryData body = request.getBodyAsBinaryData();
        return body == null ? converted : converted.body(mediaType(request), Secret.of(body.toBytes()));
    }

    private static String mediaType(HttpRequest request) {
        return Optional.ofNullable(request.getHeaders().getValue(HttpHeaderName.CONTENT_TYPE))
                .orElse("application/octet-stream");
    }
}
