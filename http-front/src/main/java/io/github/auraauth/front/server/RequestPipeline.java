package io.github.auraauth.front.server;

import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.front.browser.Prefetch;
import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.definition.ParameterRules;
import io.github.auraauth.front.request.Body;
import io.github.auraauth.front.request.BrowserHeaders;
import io.github.auraauth.front.request.ContentTypeCheck;
import io.github.auraauth.front.request.Principal;
import io.github.auraauth.front.request.RequestContext;
import io.github.auraauth.front.request.RequestHead;
import io.github.auraauth.front.request.SingleHeader;
import io.github.auraauth.front.request.Source;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.ErrorFormat;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.response.ResponseException;
import io.github.auraauth.front.routing.PathErrorMessages;
import io.github.auraauth.front.routing.Route;
import io.github.auraauth.front.routing.RouteTable;
import io.github.auraauth.front.telemetry.RequestObservation;
import io.github.auraauth.port.Deadline;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline of a request, in this order: path, preflight of a listed origin, method, prefetch, credentials with throttle
 * and right, size, media type, parameters and body, what the API itself asks; only then is a port called.
 */
final class RequestPipeline {
    private final RouteTable routes;
    private final List<ApiBinding> apis;
    private final ErrorCode elsewhere;
    private final Cors cors;

    RequestPipeline(RoutedApis routed, Cors cors) {
        this.routes = routed.routes();
        this.apis = routed.bindings();
        this.elsewhere = routed.elsewhere();
        this.cors = cors;
    }

    /**
     * The operation that is asked for.
     *
     * @throws ResponseException when there is none, or none that may be asked for in this way; also with the response to a
     *     preflight
     */
    Target target(Request request, RequestObservation observation) {
        withoutSlash(request).ifPresent(page -> {
            throw new ResponseException(page);
        });
        RequestPath path = path(request.getHttpURI().getPath());
        if (!routes.isWrittenLiterally(request.getHttpURI().getPath(), path)) {
            throw ResponseException.invalid("the path has an escape in one of its fixed parts");
        }
        Route route = routes.find(path).orElseThrow(() -> ResponseException.of(elsewhere));
        observation.routed(route);
        Optional<Response> preflight = cors.preflight(request, route);
        if (preflight.isPresent()) {
            throw new ResponseException(preflight.get());
        }
        Operation operation = route.operation(request.getMethod()).orElseThrow(() -> methodNotAllowed(route));
        if (operation.traits().once() && Prefetch.isOne(request)) {
            throw ResponseException.of(ErrorCode.PREFETCH_REFUSED);
        }
        return new Target(path, route, apis.get(route.api()).of(operation));
    }

    /**
     * Finds out who makes the request; may ask dependencies.
     *
     * @throws ResponseException when the credential is not good for the operation
     */
    RequestContext authenticate(Target target, RequestHead head, RequestObservation observation, Deadline deadline) {
        return known(target, target.binding().authenticate(head, deadline), head, observation);
    }

    /** The same as far as that can be told without waiting for anything; else empty, whatever the credential is. */
    Optional<RequestContext> recognize(Target target, RequestHead head, RequestObservation observation) {
        return target.binding().recognize(head).map(principal -> known(target, principal, head, observation));
    }

    private static RequestContext known(
            Target target, Principal principal, RequestHead head, RequestObservation observation) {
        observation.authenticated(principal.label());
        BrowserHeaders browser = target.binding().operation().traits().browser() ? head.browser() : BrowserHeaders.NONE;
        return new RequestContext(
                target.binding().operation(), observation.correlator(), head.source(), principal, browser);
    }

    /**
     * Checks all else that the head tells.
     *
     * @throws ResponseException when the request is not let in
     */
    void admit(Target target, RequestContext context, RequestHead head, Body body) {
        target.binding().authenticated(context, head);
        body.requireSmall();
        boolean optional = context.operation().traits().parameters() == ParameterRules.OAUTH;
        context.operation()
                .body()
                .filter(schema -> body.isThere() || !optional)
                .ifPresent(schema -> ContentTypeCheck.require(schema.encoding(), head.request()));
    }

    /**
     * The response as the caller is to see it, and a page of a listed origin may read it.
     *
     * @param operation absent where none was found
     */
    Response presented(
            Response response, Request request, @Nullable Route route, @Nullable OperationBinding operation) {
        boolean page = operation == null
                ? route != null && route.isPage()
                : operation.operation().traits().page();
        return cors.readable(formed(response, request, route, page), request, route);
    }

    /** The response in the form that errors have there: where people look, it is a page. */
    private Response formed(Response response, Request request, @Nullable Route route, boolean page) {
        if (response.error().isEmpty()) {
            return response;
        }
        if (route == null) {
            return response.in(errorsBelow(request.getHttpURI().getPath()));
        }
        Api api = apis.get(route.api()).api();
        return page && api.pages().isPresent()
                ? api.pages().get().page(response, BrowserHeaders.of(request))
                : response.in(api.errors());
    }

    /** The form of the API below whose base path nothing was found. */
    private ErrorFormat errorsBelow(String raw) {
        return apis.stream()
                .map(ApiBinding::api)
                .filter(api -> raw.startsWith(api.definition().basePath() + '/'))
                .max(Comparator.comparingInt(api -> api.definition().basePath().length()))
                .map(Api::errors)
                .orElse(ErrorFormat.CODE_AND_MESSAGE);
    }

    /** Where people have written a slash behind the path of a page, they are led to the page, unless their query is too long; no other path may end so. */
    private Optional<Response> withoutSlash(Request request) {
        String raw = request.getHttpURI().getPath();
        if (!request.getMethod().equals("GET") || !raw.endsWith("/")) {
            return Optional.empty();
        }
        String page = raw.substring(0, raw.length() - 1);
        String query = request.getHttpURI().getQuery() == null
                ? ""
                : '?' + request.getHttpURI().getQuery();
        return Optional.of(page)
                .filter(SingleHeader::isPrintable)
                .filter(path -> !path.isEmpty())
                .flatMap(RequestPath::parse)
                .flatMap(routes::find)
                .filter(Route::isPage)
                .map(route -> "../" + page.substring(page.lastIndexOf('/') + 1) + query)
                .filter(location -> location.length() <= Response.LONGEST_LOCATION)
                .map(Response::seeOther);
    }

    /** A byte beyond ASCII must be escaped in a path; unescaped it has been read in one of several ways before us. */
    private static RequestPath path(String raw) {
        return Optional.of(raw)
                .filter(SingleHeader::isPrintable)
                .flatMap(RequestPath::parse)
                .orElseThrow(() -> ResponseException.invalid(PathErrorMessages.of(raw)));
    }

    private static ResponseException methodNotAllowed(Route route) {
        return new ResponseException(ErrorCode.METHOD_NOT_ALLOWED.response().with("Allow", route.allow()));
    }

    /** What a request asks for. */
    record Target(RequestPath path, Route route, OperationBinding binding) {
        RequestHead head(Request request, Source source) {
            return new RequestHead(request, source, route.relative(path));
        }
    }
}
