package io.github.auraauth.front.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.definition.Parameter;
import io.github.auraauth.front.definition.ParameterRules;
import io.github.auraauth.front.response.ResponseException;
import io.github.auraauth.front.routing.Route;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;

/** Reads and checks what one operation declares. Made once for each operation; safe for use by many threads. */
public final class InputReader {
    private final List<Parameter> parameters;
    private final Optional<BodyReader> body;
    private final ParameterRules rules;
    private final boolean hasQuery;

    public InputReader(Operation operation) {
        this.parameters = operation.parameters();
        this.rules = operation.traits().parameters();
        this.body = operation.body().map(schema -> new BodyReader(schema, rules));
        this.hasQuery =
                parameters.stream().anyMatch(parameter -> parameter.input().place() == Input.Place.QUERY);
    }

    /**
     * @param content the body's bytes, which are looked at only when the operation declares a body
     * @throws ResponseException when an input does not keep its schema, or is missing
     */
    public Inputs read(RequestContext context, Request request, Route route, RequestPath path, byte[] content) {
        Map<Input, String> texts = new HashMap<>();
        Set<String> repeated = new HashSet<>();
        Query query = hasQuery ? Query.of(request.getHttpURI().getQuery()) : Query.EMPTY;
        for (Parameter parameter : parameters) {
            text(
                            parameter,
                            () -> parameter.input().place() == Input.Place.QUERY
                                    ? given(parameter.input().name(), query, repeated)
                                    : given(parameter, request, route, path))
                    .ifPresent(text -> texts.put(parameter.input(), text));
        }
        JsonNode read = body.map(reader -> reader.read(content, repeated)).orElse(MissingNode.getInstance());
        return new Inputs(context, texts, read, repeated);
    }

    private Optional<String> given(String name, Query query, Set<String> repeated) {
        return switch (rules) {
            case STRICT -> query.single(name);
            case OAUTH -> query.first(name, repeated);
        };
    }

    private static Optional<String> given(Parameter parameter, Request request, Route route, RequestPath path) {
        String name = parameter.input().name();
        return switch (parameter.input().place()) {
            case PATH -> Optional.of(route.parameter(path, name));
            case HEADER ->
                parameter.list() ? ListHeader.printable(request, name) : SingleHeader.printable(request, name);
            case QUERY, BODY -> throw new IllegalStateException("a parameter does not stand there");
        };
    }

    private static Optional<String> text(Parameter parameter, Supplier<Optional<String>> given) {
        if (parameter.requirement() != Parameter.Requirement.ELSE_EMPTY) {
            return checked(parameter, given.get());
        }
        try {
            return Optional.of(checked(parameter, given.get()).orElse(""));
        } catch (ResponseException unfit) {
            return Optional.of("");
        }
    }

    private static Optional<String> checked(Parameter parameter, Optional<String> text) {
        if (text.isEmpty() && parameter.requirement() == Parameter.Requirement.REQUIRED) {
            throw InvalidInputs.of(parameter.input(), InvalidInputs.MISSING);
        }
        if (text.isPresent() && !parameter.schema().accepts(text.get())) {
            throw InvalidInputs.of(parameter.input(), parameter.schema().fault(text.get()));
        }
        return text;
    }
}
