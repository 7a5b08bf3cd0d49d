package io.github.auraauth.adapter.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeader;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.outgoing.Call;
import io.github.auraauth.outgoing.Peer;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Carries the requests of one call of the Azure SDK by our own client: its times, breaker, metrics and log count for them
 * too. For use by one thread.
 */
final class OutgoingTransport implements HttpClient {
    private static final Set<String> SET_BY_THE_CLIENT = Set.of("content-length", "content-type", "host");

    private final Peer peer;
    private final String path;
    private final Deadline deadline;
    private Optional<Outage> outage = Optional.empty();

    /**
     * @param path what metrics and logs call what is asked for
     * @param deadline of all its requests
     */
    OutgoingTransport(Peer peer, String path, Deadline deadline) {
        this.peer = peer;
        this.path = path;
        this.deadline = deadline;
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        try {
            return new BufferedResponse(request, peer.send(call(request), deadline));
        } catch (Outage failure) {
            outage = Optional.of(failure);
            throw failure;
        }
    }

    /** What ended the call, where something did: the SDK wraps it, or loses it. */
    Optional<Outage> outage() {
        return outage;
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return Mono.fromSupplier(() -> sendSync(request, Context.NONE));
    }

    /** Each writes a whole file or nothing, so repeating it does no harm. */
    private Call call(HttpRequest request) {
        Call call = Call.of(
                        request.getHttpMethod().name(),
                        URI.create(request.getUrl().toString()),
                        path)
                .repeatable();
        for (HttpHeader header : request.getHeaders()) {
            if (!SET_BY_THE_CLIENT.contains(header.getName().toLowerCase(Locale.ROOT))) {
                call = call.header(header.getName(), Secret.ofText(header.getValue()));
            }
        }
        BinaryData body = request.getBodyAsBinaryData();
        return body == null ? call : call.body(mediaType(request), Secret.of(body.toBytes()));
    }

    private static String mediaType(HttpRequest request) {
        return Optional.ofNullable(request.getHeaders().getValue(HttpHeaderName.CONTENT_TYPE))
                .orElse("application/octet-stream");
    }
}
