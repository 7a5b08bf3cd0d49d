package io.github.auraauth.front.response;

/** The form that an API gives to its errors. */
@FunctionalInterface
public interface ErrorFormat {
    /** {@code {"code", "message"}}. */
    ErrorFormat CODE_AND_MESSAGE = error -> Json.object(json -> {
        json.writeStringField("code", error.code().name());
        json.writeStringField("message", error.message());
    });

    /** The body, a JSON object as UTF-8. */
    byte[] json(ApiError error);
}
