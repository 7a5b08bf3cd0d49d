package io.github.auraauth.front.server;

import java.util.EnumSet;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Jetty as this service needs it: it frames requests, and we answer them, also those that it would refuse. It has no
 * servlets, no sessions, no WebSocket and one handler of ours, and nothing waits on its threads.
 */
final class JettySettings {
    private static final int LARGEST_HEAD = 32 * 1024;
    private static final int FEWEST_THREADS = 8;
    private static final int MOST_THREADS = 32;
    private static final int ACCEPTORS = 1;
    private static final int MOST_SELECTORS = 4;

    /**
     * Connections that the kernel makes before they are accepted, as many as Linux lets have unless set up otherwise. Java asks
     * for 50; of more that come at once, each waits a second and more until it tries again.
     */
    private static final int ACCEPT_QUEUE = 4_096;

    /** What a client that does not read makes us hold: more would only be copied into the kernel and lie there. */
    private static final int SEND_BUFFER = 128 * 1024;

    private final ServerConfig config;
    private final Request.Handler malformed;

    /** @param malformed answers what Jetty refuses */
    JettySettings(ServerConfig config, Request.Handler malformed) {
        this.config = config;
        this.malformed = malformed;
    }

    /** A server that is not started yet and that hands every request to the handler. */
    Server server(Handler handler) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("http");
        Server server = new Server(threads);
        server.setStopTimeout(config.stopTimeout().toMillis());
        server.setErrorHandler(malformed);
        server.addConnector(connector(server));
        // beyond it they wait in the kernel; not at the bound itself, beyond which idle ones soon make room
        server.addBean(new NetworkConnectionLimit(2 * config.listening().mostConnections(), server));
        server.setHandler(new GracefulHandler(handler));
        return server;
    }

    private ServerConnector connector(Server server) {
        int selectors =
                Math.max(1, Math.min(MOST_SELECTORS, Runtime.getRuntime().availableProcessors() / 2));
        ServerConnector connector = new ServerConnector(
                server, ACCEPTORS, selectors, new HttpConnections(configuration(), config.listening()));
        connector.setHost(config.listening().host());
        connector.setPort(config.listening().port());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setAcceptedSendBufferSize(SEND_BUFFER);
        connector.setIdleTimeout(config.listening().idleTimeout().toMillis());
        return connector;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(LARGEST_HEAD);
        // Paths are judged in one place, whatever Jetty thinks of them; but it would cut a fragment off unseen.
        http.setUriCompliance(UriCompliance.from(EnumSet.complementOf(EnumSet.of(UriCompliance.Violation.FRAGMENT))));
        // Without it each connection would keep a table of the headers that it has sent, of a hundred kilobytes and
        // more:
        // some thousand connections, which need no key, would fill the heap.
        http.setHeaderCacheSize(0);
        // No line of a head ends with a bare LF: a proxy that does not end it there would see another request.
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.addCustomizer(new TransferCodingCheck());
        http.setSendServerVersion(false);
        return http;
    }
}
