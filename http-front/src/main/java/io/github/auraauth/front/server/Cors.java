package io.github.auraauth.front.server;

import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.routing.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of the listed origins use the operations that the definition opens to them (Fetch standard, CORS
 * protocol); never with credentials of the browser's own. To other origins, and elsewhere, nothing is said.
 */
final class Cors {
    private static final String ORIGIN = "Origin";
    private static final String METHOD = "Access-Control-Request-Method";
    private static final String ALLOWED_HEADERS = "authorization, content-type, x-correlator, traceparent, tracestate";
    private static final String EXPOSED_HEADERS = "x-correlator, retry-after, www-authenticate";
    private static final String SECONDS_TO_REMEMBER = "600";

    private final Set<String> origins;

    /** @param origins as browsers write them, such as {@code https://www.example.com} */
    Cors(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /** What a browser is told that asks, for a page of a listed origin, whether it may call an operation. */
    Optional<Response> preflight(HttpServletRequest request, Route route) {
        if (!applies(route) || !request.getMethod().equals("OPTIONS") || request.getHeader(METHOD) == null) {
            return Optional.empty();
        }
        return listed(request)
                .map(origin -> Response.nothing()
                        .with("Access-Control-Allow-Methods", route.allow())
                        .with("Access-Control-Allow-Headers", ALLOWED_HEADERS)
                        .with("Access-Control-Max-Age", SECONDS_TO_REMEMBER));
    }

    /** The answer as a page of a listed origin can read it. */
    Response readable(Response answer, HttpServletRequest request, @Nullable Route route) {
        if (route == null || !applies(route)) {
            return answer;
        }
        Response varying = answer.with("Vary", ORIGIN);
        return listed(request)
                .map(origin -> varying.with("Access-Control-Allow-Origin", origin)
                        .with("Access-Control-Expose-Headers", EXPOSED_HEADERS))
                .orElse(varying);
    }

    private boolean applies(Route route) {
        return route.isCrossOrigin() && !origins.isEmpty();
    }

    private Optional<String> listed(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(ORIGIN)).filter(origins::contains);
    }
}
