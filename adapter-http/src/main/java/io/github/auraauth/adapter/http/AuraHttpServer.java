package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.front.FrontDoor;
import io.github.auraauth.adapter.http.operations.Draining;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.http.servlet.SubmitOrder;
import io.javalin.http.servlet.Task;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import kotlin.Unit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running HTTP API: the authentication API, or that of the terms, each on a port of its own. */
public final class AuraHttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuraHttpServer.class);

    private final Server server;
    private final Assembly assembly;
    private int port;

    private AuraHttpServer(Server server, Assembly assembly) {
        this.server = server;
        this.assembly = assembly;
    }

    /**
     * Serves the authentication API, and the one published in Kernel where there is one, from when this returns.
     *
     * @param registry gets the metrics of requests, and is what {@code /metrics} shows
     * @param random for correlators, and for what is shown when all went well
     * @throws PortUnavailable when the port cannot be listened on
     */
    public static AuraHttpServer start(
            HttpConfig config,
            InboundPorts ports,
            PrometheusMeterRegistry registry,
            InstantSource clock,
            SecureRandom random) {
        Draining draining = new Draining();
        List<Api> apis = new ArrayList<>();
        apis.add(AuthenticationApi.of(config, ports, draining, registry, clock, random));
        ports.kernel()
                .map(kernel -> KernelApi.of(config.service().version(), ports, kernel, clock))
                .ifPresent(apis::add);
        return start(config, Assembly.of(config, apis, draining, registry, clock, random));
    }

    /**
     * Serves the terms API from when this returns.
     *
     * @param config its {@code storageSubdomain} is not used
     * @param registry gets the metrics of requests, and is what {@code /metrics} shows
     * @param random for correlators
     * @throws PortUnavailable when the port cannot be listened on
     */
    public static AuraHttpServer startTerms(
            HttpConfig config,
            TermsPorts ports,
            PrometheusMeterRegistry registry,
            InstantSource clock,
            SecureRandom random) {
        Api api = TermsApi.of(config.service(), ports, registry, clock);
        return start(config, Assembly.of(config, List.of(api), new Draining(), registry, clock, random));
    }

    private static AuraHttpServer start(HttpConfig config, Assembly assembly) {
        Javalin javalin = Javalin.create(settings -> onlyWay(settings, assembly.frontDoor()));
        Server server =
                new JettySettings(config, assembly.malformedRequests()).server(new JavalinServlet(javalin.unsafe));
        AuraHttpServer started = new AuraHttpServer(server, assembly);
        try {
            server.start();
            started.port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
            return started;
        } catch (IOException e) {
            started.close();
            throw new PortUnavailable(config.listening(), e);
        } catch (Exception e) {
            started.close();
            throw new IllegalStateException("the HTTP server does not start", e);
        }
    }

    /** The port that is listened on, or was. */
    public int port() {
        return port;
    }

    /** From now on not ready, and every answer ends its connection; everything is still served. */
    public void drain() {
        assembly.draining().begin();
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
            assembly.close();
        }
    }

    /** For tests of what is in it. */
    Server jetty() {
        return server;
    }

    /** Javalin's own router would hide methods and paths from us that we must answer ourselves. */
    @SuppressWarnings("unchecked") // the array of one that its varargs make
    private static void onlyWay(JavalinConfig settings, FrontDoor frontDoor) {
        settings.startup.showJavalinBanner = false;
        settings.startup.showOldJavalinVersionWarning = false;
        settings.startup.startupWatcherEnabled = false;
        settings.requestLifeCycle((submit, servlet, context, path) ->
                submit.invoke(SubmitOrder.LAST, new Task(false, () -> {
                    context.future(() -> frontDoor.handle(context.req(), context.res()));
                    return Unit.INSTANCE;
                })));
    }
}
