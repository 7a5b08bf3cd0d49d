package io.github.auraauth.front.request;

import io.github.auraauth.front.definition.BodySchema.Fault;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.response.ApiError;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.response.ResponseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refusals of inputs: the message tells the first fault, the fields of the body all of them, but no more than a hundred. */
final class InvalidInputs {
    static final String MISSING = "is missing";
    /** More than a person reads; a body of many wrong elements would be answered by one that is many times as long. */
    private static final int MOST_FIELDS = 100;

    private InvalidInputs() {}

    /** @param words what is wrong, following the input's name; they never hold its value */
    static ResponseException of(Input input, String words) {
        return input.place() == Input.Place.BODY
                ? of(List.of(new Fault(input.name(), words)))
                : ResponseException.invalid(input.name() + ' ' + words);
    }

    /** The body as a whole. */
    static ResponseException ofBody(String words) {
        return of(List.of(new Fault("", words)));
    }

    /**
     * A member that stands in the body more than once.
     *
     * @param known names, which may be repeated to the caller
     */
    static ResponseException repeated(@Nullable String name, Set<String> known) {
        return name != null && known.contains(name)
                ? of(List.of(new Fault(name, "stands in the body more than once")))
                : ofBody("has a member more than once");
    }

    /** @param faults at least one */
    static ResponseException of(List<Fault> faults) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        faults.stream().limit(MOST_FIELDS).forEach(fault -> fields.put(fault.field(), List.of(fault.words())));
        return new ResponseException(Response.of(
                new ApiError(ErrorCode.INVALID_REQUEST, faults.get(0).sentence(), fields)));
    }
}
