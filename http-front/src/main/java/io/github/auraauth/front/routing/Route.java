package io.github.auraauth.front.routing;

import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.front.definition.Operation;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** All operations at one path. */
public final class Route {
    private final int index;
    private final int api;
    private final int depth;
    private final String template;
    private final String relativeTemplate;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Operation> operations = new TreeMap<>();

    private boolean crossOrigin;
    private boolean page;

    Route(int index, int api, List<String> base, List<String> segments) {
        this.index = index;
        this.api = api;
        this.depth = base.size();
        this.relativeTemplate = '/' + String.join("/", segments);
        this.template = base.isEmpty() ? relativeTemplate : '/' + String.join("/", base) + relativeTemplate;
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (segment.startsWith("{")) {
                positions.put(segment.substring(1, segment.length() - 1), depth + i);
            }
        }
    }

    /** Adds an operation; one that only reads is asked for with HEAD too. */
    void add(Operation operation) {
        String method = operation.mapping().method();
        if (operations.put(method, operation) != null) {
            throw new IllegalArgumentException("two operations have the same method and path");
        }
        if (method.equals("GET") && !operation.traits().once()) {
            operations.put("HEAD", operation);
        }
        crossOrigin |= operation.traits().crossOrigin();
        page |= operation.traits().page();
    }

    /** Number of this route among all, from 0. */
    public int index() {
        return index;
    }

    /** Number of the definition that it is of, from 0. */
    public int api() {
        return api;
    }

    /** Whether pages of listed origins may use what is here. */
    public boolean isCrossOrigin() {
        return crossOrigin;
    }

    /** Whether what is here is for people to see. */
    public boolean isPage() {
        return page;
    }

    /** The whole path with parameters in braces. */
    public String template() {
        return template;
    }

    /** The path without the base path. */
    public String relativeTemplate() {
        return relativeTemplate;
    }

    public Optional<Operation> operation(String method) {
        return Optional.ofNullable(operations.get(method));
    }

    /** The methods that can be asked for here. */
    public Map<String, Operation> operations() {
        return Collections.unmodifiableMap(operations);
    }

    /** Value of the {@code Allow} header. */
    public String allow() {
        return String.join(", ", operations.keySet());
    }

    /** The part of a path of this route that access is decided on. */
    public RequestPath relative(RequestPath path) {
        List<String> segments = path.segments();
        return depth == 0 ? path : new RequestPath(segments.subList(depth, segments.size()));
    }

    /** What stands in a path of this route for the parameter of that name. */
    public String parameter(RequestPath path, String name) {
        return path.segments().get(Objects.requireNonNull(positions.get(name), "no such parameter"));
    }
}
