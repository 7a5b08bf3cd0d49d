package io.github.auraauth.front.response;

import java.util.List;
import java.util.Map;

/**
 * An error, before an API gives it its form.
 *
 * @param message for a person who writes programs; never holds a value that the caller sent
 * @param fields what is wrong with members of the body, by their paths; a fault of the body itself is under the empty path
 */
public record ApiError(ErrorCode code, String message, Map<String, List<String>> fields) {
    public ApiError {
        fields = Map.copyOf(fields);
    }
}
