package io.github.auraauth.adapter.http.request;

import io.github.auraauth.adapter.http.answer.Refusal;
import io.github.auraauth.adapter.http.definition.Operation;
import io.github.auraauth.adapter.http.definition.Parameter;
import io.github.auraauth.adapter.http.definition.TextForm;
import io.github.auraauth.adapter.http.routing.Route;
import io.github.auraauth.domain.access.RequestPath;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads and checks what one operation declares. Made once for each operation; safe for use by many threads. */
public final class InputReader {
    private final List<Parameter> parameters;
    private final Optional<BodyReader> body;
    private final Map<String, TextForm> forms;
    private final boolean hasQuery;

    public InputReader(Operation operation) {
        this.parameters = operation.parameters();
        this.body = operation.body().map(BodyReader::of);
        this.forms = Map.copyOf(operation.forms());
        this.hasQuery = parameters.stream().anyMatch(parameter -> parameter.place() == Parameter.Place.QUERY);
    }

    /**
     * @param content the body's bytes, which are looked at only when the operation declares a body
     * @throws Refusal when one has not the form that it must have, or is missing
     */
    public Inputs read(HttpServletRequest request, Route route, RequestPath path, byte[] content) {
        Map<String, String> texts = new HashMap<>();
        Query query = hasQuery ? Query.of(request.getQueryString()) : Query.EMPTY;
        for (Parameter parameter : parameters) {
            Supplier<Optional<String>> given = () -> switch (parameter.place()) {
                case PATH -> Optional.of(route.parameter(path, parameter.name()));
                case HEADER ->
                    parameter.list()
                            ? ListHeader.printable(request, parameter.name())
                            : SingleHeader.printable(request, parameter.name());
                case QUERY -> query.single(parameter.name());
            };
            text(parameter, given).ifPresent(text -> texts.put(parameter.name(), text));
        }
        body.ifPresent(form -> texts.putAll(form.read(content)));
        return new Inputs(forms, texts);
    }

    private static Optional<String> text(Parameter parameter, Supplier<Optional<String>> given) {
        if (parameter.unless() != Parameter.Unless.EMPTY) {
            return checked(parameter, given.get());
        }
        try {
            return Optional.of(checked(parameter, given.get()).orElse(""));
        } catch (Refusal unfit) {
            return Optional.of("");
        }
    }

    private static Optional<String> checked(Parameter parameter, Optional<String> text) {
        if (text.isEmpty() && parameter.unless() == Parameter.Unless.REFUSED) {
            throw Inputs.missing(parameter.name());
        }
        if (!text.map(parameter.form()::accepts).orElse(true)) {
            throw Inputs.malformed(parameter.name(), parameter.form(), text.orElseThrow());
        }
        return text;
    }
}
