package io.github.auraauth.front.request;

import io.github.auraauth.front.definition.BodySchema;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.ResponseException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** The media type that a body must have: that of its encoding in UTF-8, not compressed. */
public final class ContentTypeCheck {
    private ContentTypeCheck() {}

    /** @throws ResponseException when the request says that its body is something else, or does not say what it is */
    public static void require(BodySchema.Encoding encoding, Request request) {
        Optional<String> type = SingleHeader.value(request, "Content-Type");
        Optional<String> compression = SingleHeader.value(request, "Content-Encoding");
        if (type.isEmpty()) {
            throw unsupported("Content-Type is missing; it must be " + encoding.mediaType());
        }
        int semicolon = type.get().indexOf(';');
        String essence = semicolon < 0 ? type.get() : type.get().substring(0, semicolon);
        if (!essence.strip().equalsIgnoreCase(encoding.mediaType())) {
            throw unsupported("Content-Type must be " + encoding.mediaType());
        }
        if (semicolon >= 0 && !isUtf8(type.get().substring(semicolon + 1))) {
            throw unsupported("Content-Type may have charset=utf-8 behind " + encoding.mediaType()
                    + " and nothing else; the body must be UTF-8");
        }
        if (compression.filter(name -> !name.equalsIgnoreCase("identity")).isPresent()) {
            throw unsupported("The body must be sent as it is, without a Content-Encoding");
        }
    }

    private static ResponseException unsupported(String message) {
        return new ResponseException(ErrorCode.UNSUPPORTED_MEDIA_TYPE.response(message));
    }

    private static boolean isUtf8(String parameters) {
        String lower = parameters.strip().toLowerCase(Locale.ROOT);
        return lower.isEmpty() || lower.equals("charset=utf-8") || lower.equals("charset=\"utf-8\"");
    }
}
