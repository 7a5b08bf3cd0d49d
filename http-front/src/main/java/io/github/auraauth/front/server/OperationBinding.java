package io.github.auraauth.front.server;

import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.request.Authenticator;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.InputReader;
import io.github.auraauth.front.request.Principal;
import io.github.auraauth.front.request.RequestContext;
import io.github.auraauth.front.request.RequestHead;
import io.github.auraauth.front.request.RequestHook;
import io.github.auraauth.front.request.SingleHeader;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.routing.Route;
import io.github.auraauth.port.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.server.Request;

/** An operation with what serves it: the authenticators of its security schemes, its inputs, its endpoint, its hooks. */
final class OperationBinding {
    /** Headers of every operation that may stand there once. */
    private static final List<String> SINGLE = List.of(RequestHandler.CORRELATOR, RequestHandler.TRACE_PARENT);

    private final Operation operation;
    private final List<Scheme> schemes = new ArrayList<>();
    private final InputReader inputs;
    private final Endpoint endpoint;
    private final List<RequestHook> hooks;

    /** @throws IllegalArgumentException when there is no authenticator for one of its security schemes */
    OperationBinding(Operation operation, Endpoint endpoint, Api api) {
        this.operation = operation;
        this.endpoint = endpoint;
        this.inputs = new InputReader(operation);
        this.hooks = api.hooks();
        for (String name : operation.security().schemes()) {
            Authenticator authenticator = api.authenticators().get(name);
            if (authenticator == null) {
                throw new IllegalArgumentException("no authenticator for the security scheme " + name);
            }
            schemes.add(new Scheme(authenticator, authenticator.check(operation)));
        }
    }

    Operation operation() {
        return operation;
    }

    /**
     * Who makes the request: by the first scheme of which it carries a credential, else nobody in particular where that is
     * allowed, else refused by the first scheme.
     */
    Principal authenticate(RequestHead head, Deadline deadline) {
        for (Scheme scheme : schemes) {
            if (scheme.authenticator().isPresented(head)) {
                return scheme.check().authenticate(head, deadline);
            }
        }
        return operation.security().anonymous()
                ? Principal.ANONYMOUS
                : schemes.get(0).check().authenticate(head, deadline);
    }

    /** Who makes the request, where that can be told without waiting for anything. */
    Optional<Principal> recognize(RequestHead head) {
        for (Scheme scheme : schemes) {
            if (scheme.authenticator().isPresented(head)) {
                return scheme.check().recognize(head);
            }
        }
        return Optional.empty();
    }

    void authenticated(RequestContext context, RequestHead head) {
        for (RequestHook hook : hooks) {
            hook.authenticated(context, head);
        }
    }

    /**
     * Reads the inputs; waits for nothing.
     *
     * @throws io.github.auraauth.front.response.ResponseException when an input is not as it must be, or the API refuses
     *     the request
     */
    Endpoint.Action prepare(RequestContext context, Request request, Route route, RequestPath path, byte[] content) {
        for (String name : SINGLE) {
            SingleHeader.value(request, name);
        }
        Endpoint.Action action = endpoint.prepare(inputs.read(context, request, route, path, content));
        for (RequestHook hook : hooks) {
            hook.validated(context);
        }
        return action;
    }

    /** Does it. */
    CompletionStage<Response> perform(Endpoint.Action action, Deadline deadline) {
        return action instanceof Endpoint.AsyncAction async
                ? async.begin(deadline)
                : CompletableFuture.completedFuture(action.perform(deadline));
    }

    void answered(RequestContext context, int status) {
        for (RequestHook hook : hooks) {
            hook.answered(context, status);
        }
    }

    private record Scheme(Authenticator authenticator, Authenticator.Check check) {}
}
