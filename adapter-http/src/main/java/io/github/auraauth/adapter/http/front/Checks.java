package io.github.auraauth.adapter.http.front;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.answer.ErrorCode;
import io.github.auraauth.adapter.http.answer.Refusal;
import io.github.auraauth.adapter.http.definition.Operation;
import io.github.auraauth.adapter.http.request.Body;
import io.github.auraauth.adapter.http.request.Browser;
import io.github.auraauth.adapter.http.request.Caller;
import io.github.auraauth.adapter.http.request.Credential;
import io.github.auraauth.adapter.http.request.Endpoint;
import io.github.auraauth.adapter.http.request.Inputs;
import io.github.auraauth.adapter.http.request.MediaType;
import io.github.auraauth.adapter.http.request.Prefetch;
import io.github.auraauth.adapter.http.request.SingleHeader;
import io.github.auraauth.adapter.http.request.Source;
import io.github.auraauth.adapter.http.routing.PathFaults;
import io.github.auraauth.adapter.http.routing.Route;
import io.github.auraauth.adapter.http.routing.RouteTable;
import io.github.auraauth.adapter.http.telemetry.Exchange;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.port.Deadline;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What a request must pass, in this order: path, preflight of a listed origin, method, prefetch, throttle, key and right,
 * size, media type, parameters and body, block mode; only then is a port asked.
 */
public final class Checks {
    /** Headers of every operation that may stand there once. */
    private static final List<String> SINGLE = List.of(FrontDoor.CORRELATOR, FrontDoor.TRACE_PARENT);

    private final RouteTable routes;
    private final List<Desk> desks;
    private final Cors cors;
    private final Blockade blockade;

    /** @param desks of the APIs, in the order that the routes have them */
    public Checks(RouteTable routes, List<Desk> desks, Cors cors, Blockade blockade) {
        this.routes = routes;
        this.desks = List.copyOf(desks);
        this.cors = cors;
        this.blockade = blockade;
    }

    /**
     * The operation that is asked for.
     *
     * @throws Refusal when there is none, or none that may be asked for in this way; also with the answer to a preflight
     */
    Target target(HttpServletRequest request, Exchange exchange) {
        RequestPath path = path(request.getRequestURI());
        if (!routes.isWrittenLiterally(request.getRequestURI(), path)) {
            throw Refusal.invalid("the path has an escape in one of its fixed parts");
        }
        Route route = routes.find(path).orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND));
        exchange.routed(route);
        Optional<Answer> preflight = cors.preflight(request, route);
        if (preflight.isPresent()) {
            throw new Refusal(preflight.get());
        }
        Operation operation = route.operation(request.getMethod()).orElseThrow(() -> methodNotAllowed(route));
        if (operation.handling().once() && Prefetch.isOne(request)) {
            throw Refusal.of(ErrorCode.PREFETCH_REFUSED);
        }
        return new Target(path, route, operation);
    }

    /**
     * Checks all that the head tells; may ask dependencies.
     *
     * @throws Refusal when the request is not let in
     */
    Credential admit(Target target, HttpServletRequest request, Source source, Body body, Deadline deadline) {
        Operation operation = target.operation();
        RequestPath path = target.route().relative(target.path());
        Credential credential =
                desks.get(target.route().api()).doorkeeper().admit(operation, request, source, path, deadline);
        body.requireSmall();
        if (operation.body().isPresent()) {
            MediaType.require(operation.body().get().encoding(), request);
        }
        return credential;
    }

    /**
     * Does it.
     *
     * @throws Refusal when an input is not as it must be, or the operation is out of service
     */
    CompletionStage<Answer> perform(
            Target target, HttpServletRequest request, Sender sender, byte[] content, Deadline deadline) {
        for (String name : SINGLE) {
            SingleHeader.value(request, name);
        }
        Route route = target.route();
        Endpoints.Bound bound = desks.get(route.api()).endpoints().of(target.operation());
        Browser browser = route.isPage() ? Browser.of(request) : Browser.SILENT;
        Caller caller = new Caller(sender.correlator(), sender.source(), sender.credential(), browser);
        Inputs inputs =
                bound.reader().read(request, route, target.path(), content).by(caller);
        Endpoint.Action action = bound.endpoint().prepare(inputs);
        blockade.admit(target.operation().kind());
        return action.begin(deadline);
    }

    /** The answer as it is shown at that route: where people look, a refusal is a page. */
    Answer presented(Answer answer, HttpServletRequest request, @Nullable Route route) {
        if (route == null || !route.isPage() || !answer.isRefusal() || !answer.isJson()) {
            return answer;
        }
        return desks.get(route.api()).presenter().page(answer, Browser.of(request));
    }

    /** A byte beyond ASCII must be escaped in a path; unescaped it has been read in one of several ways before us. */
    private static RequestPath path(String raw) {
        return Optional.of(raw)
                .filter(SingleHeader::isPrintable)
                .flatMap(RequestPath::parse)
                .orElseThrow(() -> Refusal.invalid(PathFaults.of(raw)));
    }

    private static Refusal methodNotAllowed(Route route) {
        return new Refusal(ErrorCode.METHOD_NOT_ALLOWED.answer().with("Allow", route.allow()));
    }

    /** What a request asks for. */
    record Target(RequestPath path, Route route, Operation operation) {}

    /** Who asks for it, as far as the head and the credential tell. */
    record Sender(String correlator, Source source, Credential credential) {}
}
