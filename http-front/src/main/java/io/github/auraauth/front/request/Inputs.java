package io.github.auraauth.front.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.definition.Parameter;
import io.github.auraauth.front.definition.TextSchema;
import io.github.auraauth.front.response.ResponseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The values that a request has for the inputs of its operation; each keeps the schema of the definition. */
public final class Inputs {
    private final RequestContext context;
    private final Map<Input, String> parameters;
    private final JsonNode body;
    private final Set<String> repeated;

    /**
     * @param parameters texts of what stands outside the body
     * @param body missing where the operation declares none
     * @param repeated names of what is given twice
     */
    Inputs(RequestContext context, Map<Input, String> parameters, JsonNode body, Set<String> repeated) {
        this.context = context;
        this.parameters = parameters;
        this.body = body;
        this.repeated = Set.copyOf(repeated);
    }

    /** Who gives them, and how. */
    public RequestContext context() {
        return context;
    }

    /** The body as the schema allows it, without members that were null. */
    public JsonNode body() {
        return body;
    }

    /**
     * The names of those that the request gives more than once, in its query or its form; of each, the first counts. There are
     * none where the definition has them refused.
     */
    public Set<String> repeated() {
        return repeated;
    }

    /** The text as given, or empty. */
    public Optional<String> text(Input input) {
        return Optional.ofNullable(
                input.place() == Input.Place.BODY ? body.path(input.name()).textValue() : parameters.get(input));
    }

    /**
     * The input as a value of the domain, or empty when it is not given.
     *
     * @throws ResponseException when it is given and is none
     */
    public <T> Optional<T> optional(Input input, Function<String, Optional<T>> parse) {
        return optional(input, parse, text -> schema(input).fault(text));
    }

    /**
     * The same.
     *
     * @param fault what is wrong with a text that is given and is none, in words that follow the input's name
     */
    public <T> Optional<T> optional(Input input, Function<String, Optional<T>> parse, Function<String, String> fault) {
        Optional<String> text = text(input);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = parse.apply(text.get());
        if (value.isEmpty()) {
            throw InvalidInputs.of(input, fault.apply(text.get()));
        }
        return value;
    }

    /**
     * The input as a value of the domain.
     *
     * @throws ResponseException when it is not given or is none
     */
    public <T> T required(Input input, Function<String, Optional<T>> parse) {
        return optional(input, parse).orElseThrow(() -> InvalidInputs.of(input, InvalidInputs.MISSING));
    }

    /** The same, with words of one's own for a text that is none. */
    public <T> T required(Input input, Function<String, Optional<T>> parse, Function<String, String> fault) {
        return optional(input, parse, fault).orElseThrow(() -> InvalidInputs.of(input, InvalidInputs.MISSING));
    }

    private TextSchema schema(Input input) {
        Operation operation = context.operation();
        Optional<TextSchema> declared = input.place() == Input.Place.BODY
                ? operation.body().flatMap(schema -> schema.text(input.name()))
                : operation.parameters().stream()
                        .filter(parameter -> parameter.input().equals(input))
                        .map(Parameter::schema)
                        .findFirst();
        return declared.orElseThrow(() -> new IllegalArgumentException("the operation does not declare " + input));
    }
}
