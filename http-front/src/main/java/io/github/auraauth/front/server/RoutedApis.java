package io.github.auraauth.front.server;

import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.routing.RouteTable;
import java.util.List;

/**
 * The APIs that are served together, with their routes.
 *
 * @param bindings in the order that the routes have them
 * @param elsewhere what is answered where there is no route
 */
record RoutedApis(List<Api> apis, RouteTable routes, List<ApiBinding> bindings, ErrorCode elsewhere) {
    /** @throws IllegalArgumentException when a definition and what serves it do not fit */
    RoutedApis(List<Api> apis, ErrorCode elsewhere) {
        this(
                List.copyOf(apis),
                RouteTable.of(apis.stream().map(Api::definition).toList()),
                apis.stream().map(ApiBinding::new).toList(),
                elsewhere);
    }
}
