package io.github.auraauth.adapter.http;

import io.javalin.config.JettyConfig;
import java.time.Duration;
import java.util.EnumSet;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty as this service needs it: it frames requests, and we answer them, also those that it would refuse. */
final class JettySettings {
    private static final int LARGEST_HEAD = 32 * 1024;
    private static final int FEWEST_THREADS = 8;
    private static final int MOST_THREADS = 250;

    private final HttpConfig config;
    private final Request.Handler malformed;

    /** @param malformed answers what Jetty refuses */
    JettySettings(HttpConfig config, Request.Handler malformed) {
        this.config = config;
        this.malformed = malformed;
    }

    void apply(JettyConfig jetty) {
        jetty.host = config.listening().host();
        jetty.port = config.listening().port();
        jetty.threadPool = threads();
        jetty.modifyServer(this::server);
        jetty.modifyServletContextHandler(context -> context.setErrorHandler(malformed));
        jetty.modifyHttpConfiguration(JettySettings::http);
    }

    private void server(Server server) {
        Duration stopTimeout = config.stopTimeout();
        server.setStopTimeout(stopTimeout.toMillis());
        server.setErrorHandler(malformed);
        server.insertHandler(new GracefulHandler());
    }

    private static void http(HttpConfiguration http) {
        http.setRequestHeaderSize(LARGEST_HEAD);
        // Paths are judged in one place, whatever Jetty thinks of them; but it would cut a fragment off unseen.
        http.setUriCompliance(UriCompliance.from(EnumSet.complementOf(EnumSet.of(UriCompliance.Violation.FRAGMENT))));
        // Jetty knows headers again that a connection has sent before, and would give the old one for one in another
        // case.
        http.setHeaderCacheCaseSensitive(true);
        // No line of a head ends with a bare LF: a proxy that does not end it there would see another request.
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.addCustomizer(new TransferCodingCheck());
        http.setSendServerVersion(false);
        http.addCustomizer(JettySettings::withoutUpgrade);
    }

    /** An upgrade to a WebSocket is an ordinary request here: Javalin would answer it itself, past the front. */
    private static Request withoutUpgrade(Request request, HttpFields.Mutable answer) {
        HttpFields headers = request.getHeaders();
        if (!headers.contains(HttpHeader.SEC_WEBSOCKET_KEY)) {
            return request;
        }
        HttpFields others =
                HttpFields.build(headers).remove(HttpHeader.SEC_WEBSOCKET_KEY).asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return others;
            }
        };
    }

    /** Platform threads for the selectors; requests run on virtual ones where the platform has them. */
    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("http");
        if (VirtualThreads.areSupported()) {
            threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        }
        return threads;
    }
}
