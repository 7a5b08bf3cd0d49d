package io.github.auraauth.front.server;

import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.routing.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of the allowed origins use the operations that a definition opens to them (Fetch standard, CORS
 * protocol); never with credentials of the browser's own. Other origins get no {@code Access-Control} header, only
 * {@code Vary: Origin}; other operations get neither.
 */
final class Cors {
    private static final String ORIGIN = "Origin";
    private static final String METHOD = "Access-Control-Request-Method";
    private static final String ALLOWED_HEADERS = "authorization, content-type, x-correlator, traceparent, tracestate";
    private static final String EXPOSED_HEADERS = "x-correlator, retry-after, www-authenticate";
    private static final String SECONDS_TO_REMEMBER = "600";

    /** By the numbers of the APIs; absent where one is open to nobody. */
    private final List<Optional<AllowedOrigins>> allowed;

    /**
     * @param origins of the server, as browsers write them, such as {@code https://www.example.com}
     * @param apis of which some allow origins of their own in place of these
     */
    Cors(Set<String> origins, List<Api> apis) {
        Set<String> listed = Set.copyOf(origins);
        Optional<AllowedOrigins> usual = listed.isEmpty() ? Optional.empty() : Optional.of(listed::contains);
        this.allowed = apis.stream().map(api -> api.origins().or(() -> usual)).toList();
    }

    /** The answer to a preflight request of an allowed origin, to be completed by {@link #readable}; else empty. */
    Optional<Response> preflight(Request request, Route route) {
        if (!request.getMethod().equals("OPTIONS") || !request.getHeaders().contains(METHOD)) {
            return Optional.empty();
        }
        return origins(route)
                .flatMap(origins -> allowed(request, origins))
                .map(origin -> Response.nothing()
                        .with("Access-Control-Allow-Methods", route.allow())
                        .with("Access-Control-Allow-Headers", ALLOWED_HEADERS)
                        .with("Access-Control-Max-Age", SECONDS_TO_REMEMBER));
    }

    /** The answer as a page of an allowed origin can read it. */
    Response readable(Response answer, Request request, @Nullable Route route) {
        Optional<AllowedOrigins> origins = route == null ? Optional.empty() : origins(route);
        return origins.map(rule -> readable(answer, request, rule)).orElse(answer);
    }

    private static Response readable(Response answer, Request request, AllowedOrigins origins) {
        Response varying = answer.with("Vary", ORIGIN);
        return allowed(request, origins)
                .map(origin -> varying.with("Access-Control-Allow-Origin", origin)
                        .with("Access-Control-Expose-Headers", EXPOSED_HEADERS))
                .orElse(varying);
    }

    /** Whose pages may use what is here. */
    private Optional<AllowedOrigins> origins(Route route) {
        return route.isCrossOrigin() ? allowed.get(route.api()) : Optional.empty();
    }

    private static Optional<String> allowed(Request request, AllowedOrigins origins) {
        return Optional.ofNullable(request.getHeaders().get(ORIGIN)).filter(origins::allows);
    }
}
