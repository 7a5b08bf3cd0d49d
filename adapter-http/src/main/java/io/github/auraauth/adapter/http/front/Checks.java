package io.github.auraauth.adapter.http.front;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.answer.ErrorCode;
import io.github.auraauth.adapter.http.answer.Refusal;
import io.github.auraauth.adapter.http.definition.Operation;
import io.github.auraauth.adapter.http.request.Body;
import io.github.auraauth.adapter.http.request.Caller;
import io.github.auraauth.adapter.http.request.Endpoint;
import io.github.auraauth.adapter.http.request.Inputs;
import io.github.auraauth.adapter.http.request.MediaType;
import io.github.auraauth.adapter.http.request.Prefetch;
import io.github.auraauth.adapter.http.request.SingleHeader;
import io.github.auraauth.adapter.http.request.Source;
import io.github.auraauth.adapter.http.routing.Route;
import io.github.auraauth.adapter.http.routing.RouteTable;
import io.github.auraauth.adapter.http.telemetry.Exchange;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.port.Deadline;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a request must pass, in this order: path, method, prefetch, throttle, key and right, size, media type, parameters
 * and body, block mode; only then is a port asked.
 */
public final class Checks {
    /** Headers of every operation that may stand there once. */
    private static final List<String> SINGLE = List.of(FrontDoor.CORRELATOR, FrontDoor.TRACE_PARENT);

    private final RouteTable routes;
    private final Doorkeeper gate;
    private final Endpoints endpoints;
    private final Blockade blockade;

    public Checks(RouteTable routes, Doorkeeper gate, Endpoints endpoints, Blockade blockade) {
        this.routes = routes;
        this.gate = gate;
        this.endpoints = endpoints;
        this.blockade = blockade;
    }

    Answer pass(HttpServletRequest request, Source source, Exchange exchange, Deadline deadline) {
        RequestPath path = path(request.getRequestURI());
        Route route = routes.find(path).orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND));
        exchange.routed(route);
        Operation operation = route.operation(request.getMethod()).orElseThrow(() -> methodNotAllowed(route));
        if (operation.isRegisteringGet() && Prefetch.isOne(request)) {
            throw Refusal.of(ErrorCode.PREFETCH_REFUSED);
        }
        OptionalInt key = gate.admit(operation, request, source, route.relative(path), deadline);
        byte[] content = Body.read(request, deadline);
        if (operation.body().isPresent()) {
            MediaType.requireJson(request);
        }
        for (String name : SINGLE) {
            SingleHeader.value(request, name);
        }
        Endpoints.Bound bound = endpoints.of(operation);
        Caller caller = new Caller(exchange.correlator(), key);
        Inputs inputs = bound.reader().read(request, route, path, content).by(caller);
        Endpoint.Action action = bound.endpoint().prepare(inputs);
        blockade.admit(operation.kind());
        return action.perform(deadline);
    }

    /** A byte beyond ASCII must be escaped in a path; unescaped it has been read in one of several ways before us. */
    private static RequestPath path(String raw) {
        return Optional.of(raw)
                .filter(SingleHeader::isPrintable)
                .flatMap(RequestPath::parse)
                .orElseThrow(() -> Refusal.invalid("the path is malformed"));
    }

    private static Refusal methodNotAllowed(Route route) {
        return new Refusal(ErrorCode.METHOD_NOT_ALLOWED.answer().with("Allow", route.allow()));
    }
}
