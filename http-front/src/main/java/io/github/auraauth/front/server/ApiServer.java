package io.github.auraauth.front.server;

import io.github.auraauth.front.request.TrustedProxies;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.telemetry.Telemetry;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server: APIs on one port. */
public final class ApiServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);

    private final ServerConfig config;
    private final Draining draining;
    private final MeterRegistry registry;
    private final Tracer tracer;
    private final InstantSource clock;
    private final SecureRandom random;
    private final WorkerPool workers;
    private final ResponseHeaders headers;
    private final TrustedProxies proxies;
    private final Server server;
    private volatile RequestHandler handler;
    private int port;

    private ApiServer(
            ServerConfig config,
            RoutedApis first,
            Draining draining,
            MeterRegistry registry,
            Tracer tracer,
            InstantSource clock,
            SecureRandom random) {
        this.config = config;
        this.draining = draining;
        this.registry = registry;
        this.tracer = tracer;
        this.clock = clock;
        this.random = random;
        this.workers = new WorkerPool(registry, config.metricsHost());
        this.headers = new ResponseHeaders(draining);
        this.proxies = new TrustedProxies(config.trust().proxies());
        this.handler = handler(first);
        this.server = new JettySettings(config, new MalformedRequests(() -> handler.telemetry(), proxies, headers))
                .server(new Current());
    }

    /**
     * Serves APIs from when this returns.
     *
     * @param apis each below the base path of its definition, some operations of the first at the root too
     * @param draining what readiness looks at
     * @param registry gets the metrics of requests
     * @param tracer makes a span of each request
     * @param random for correlators
     * @throws IllegalArgumentException when a definition and what serves it do not fit
     * @throws PortUnavailable when the port cannot be listened on
     */
    public static ApiServer start(
            ServerConfig config,
            List<Api> apis,
            Draining draining,
            MeterRegistry registry,
            Tracer tracer,
            InstantSource clock,
            SecureRandom random) {
        return started(config, new RoutedApis(apis, ErrorCode.NOT_FOUND), draining, registry, tracer, clock, random);
    }

    /**
     * Listens from when this returns, before there is much to serve: whatever the one API does not have cannot be served
     * now. Parameters and exceptions as of {@link #start}.
     */
    public static ApiServer startWith(
            Api first,
            ServerConfig config,
            Draining draining,
            MeterRegistry registry,
            Tracer tracer,
            InstantSource clock,
            SecureRandom random) {
        RoutedApis apis = new RoutedApis(List.of(first), ErrorCode.SERVICE_UNAVAILABLE);
        return started(config, apis, draining, registry, tracer, clock, random);
    }

    private static ApiServer started(
            ServerConfig config,
            RoutedApis first,
            Draining draining,
            MeterRegistry registry,
            Tracer tracer,
            InstantSource clock,
            SecureRandom random) {
        ApiServer server = new ApiServer(config, first, draining, registry, tracer, clock, random);
        server.listen();
        return server;
    }

    /**
     * Serves these APIs in place of those before, on the same port and connections.
     *
     * @throws IllegalArgumentException when a definition and what serves it do not fit
     */
    public void serve(List<Api> apis) {
        handler = handler(new RoutedApis(apis, ErrorCode.NOT_FOUND));
    }

    private RequestHandler handler(RoutedApis apis) {
        Telemetry telemetry = new Telemetry(
                registry,
                tracer,
                random,
                config.metricsHost(),
                config.unloggedPaths(),
                apis.routes().routes());
        RequestPipeline pipeline =
                new RequestPipeline(apis, new Cors(config.trust().origins(), apis.apis()));
        return new RequestHandler(pipeline, workers, proxies, telemetry, headers, clock);
    }

    private void listen() {
        try {
            server.start();
            port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        } catch (IOException e) {
            close();
            throw new PortUnavailable(config.listening(), e);
        } catch (Exception e) {
            close();
            throw new IllegalStateException("the HTTP server does not start", e);
        }
    }

    /** The port that is listened on, or was. */
    public int port() {
        return port;
    }

    /** From now on not ready, and every response ends its connection; everything is still served. */
    public void drain() {
        draining.begin();
    }

    /** Takes no more requests and returns when those that run have ended, or the stop timeout has passed. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (TimeoutException e) {
            LOG.atWarn().log("requests that ran longer than the stop timeout were cut off");
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server does not stop", e);
        } finally {
            workers.close();
        }
    }

    /** For tests of what is in it. */
    public Server jetty() {
        return server;
    }

    /** Hands each request to what serves at the moment; nothing waits on the thread that brings it. */
    private final class Current extends Handler.Abstract.NonBlocking {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            handler.handle(request, response, callback);
            return true;
        }
    }
}
