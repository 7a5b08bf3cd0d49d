package io.github.auraauth.front.routing;

import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.definition.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the route of a path. A literal segment wins over a parameter. Unchangeable once made. */
public final class RouteTable {
    private final Node root = new Node();
    private final List<Route> routes = new ArrayList<>();

    /** The routes of a definition alone. */
    public static RouteTable of(ApiDefinition definition) {
        return of(List.of(definition));
    }

    /**
     * The routes of definitions that are served together: each below its base path, some of the first at the root too.
     *
     * @throws IllegalArgumentException when two of them have the same path
     */
    public static RouteTable of(List<ApiDefinition> definitions) {
        RouteTable table = new RouteTable();
        for (int api = 0; api < definitions.size(); api++) {
            ApiDefinition definition = definitions.get(api);
            List<String> base =
                    RequestPath.parse(definition.basePath()).orElseThrow().segments();
            for (Operation operation : definition.operations()) {
                table.add(api, base, operation);
                if (api == 0 && operation.mapping().atRoot()) {
                    table.add(api, List.of(), operation);
                }
            }
        }
        return table;
    }

    public Optional<Route> find(RequestPath path) {
        return Optional.ofNullable(root.find(path.segments(), 0));
    }

    /**
     * Whether each segment that decodes to a literal of ours is written as one: a proxy's rules see the raw path, and must
     * not see another one than we do. In parameters escapes are fine.
     *
     * @param raw the path as it stood in the request line, of which {@code path} was read
     */
    public boolean isWrittenLiterally(String raw, RequestPath path) {
        if (raw.indexOf('%') < 0) {
            return true;
        }
        List<String> written = Arrays.asList(raw.substring(1).split("/", -1));
        return root.isWrittenLiterally(written, path.segments(), 0);
    }

    /** All routes, in the order of their numbers. */
    public List<Route> routes() {
        return List.copyOf(routes);
    }

    private void add(int api, List<String> base, Operation operation) {
        Node node = root;
        for (String segment : base) {
            node = node.literal(segment);
        }
        for (String segment : operation.mapping().template()) {
            node = segment.startsWith("{") ? node.parameter() : node.literal(segment);
        }
        Route route = node.route;
        if (route == null) {
            route = new Route(routes.size(), api, base, operation.mapping().template());
            routes.add(route);
            node.route = route;
        }
        if (route.api() != api) {
            throw new IllegalArgumentException("two definitions have the same path");
        }
        route.add(operation);
    }

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private @Nullable Node parameter;
        private @Nullable Route route;

        private Node literal(String segment) {
            return literals.computeIfAbsent(segment, name -> new Node());
        }

        private Node parameter() {
            if (parameter == null) {
                parameter = new Node();
            }
            return parameter;
        }

        private boolean isWrittenLiterally(List<String> written, List<String> segments, int at) {
            if (at == segments.size()) {
                return true;
            }
            Node literal = literals.get(segments.get(at));
            if (literal != null && !written.get(at).equals(segments.get(at))) {
                return false;
            }
            return (literal == null || literal.isWrittenLiterally(written, segments, at + 1))
                    && (parameter == null || parameter.isWrittenLiterally(written, segments, at + 1));
        }

        private @Nullable Route find(List<String> segments, int at) {
            if (at == segments.size()) {
                return route;
            }
            Node literal = literals.get(segments.get(at));
            Route found = literal == null ? null : literal.find(segments, at + 1);
            return found != null || parameter == null ? found : parameter.find(segments, at + 1);
        }
    }
}
