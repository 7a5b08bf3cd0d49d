package io.github.auraauth.adapter.http.request;

import io.github.auraauth.adapter.http.answer.ErrorCode;
import io.github.auraauth.adapter.http.answer.Refusal;
import io.github.auraauth.adapter.http.definition.BodyForm;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** The media type that a body must have: that of its encoding in UTF-8, not compressed. */
public final class MediaType {
    private MediaType() {}

    /** @throws Refusal when the request says that its body is something else, or does not say what it is */
    public static void require(BodyForm.Encoding encoding, HttpServletRequest request) {
        Optional<String> type = SingleHeader.value(request, "Content-Type");
        Optional<String> compression = SingleHeader.value(request, "Content-Encoding");
        if (type.filter(given -> is(encoding.mediaType(), given)).isEmpty()
                || compression
                        .filter(name -> !name.equalsIgnoreCase("identity"))
                        .isPresent()) {
            throw new Refusal(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE.answer("The body must be " + encoding.mediaType() + " in UTF-8"));
        }
    }

    private static boolean is(String mediaType, String contentType) {
        int semicolon = contentType.indexOf(';');
        String essence = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
        return essence.strip().equalsIgnoreCase(mediaType)
                && (semicolon < 0 || isUtf8(contentType.substring(semicolon + 1)));
    }

    private static boolean isUtf8(String parameters) {
        String lower = parameters.strip().toLowerCase(Locale.ROOT);
        return lower.isEmpty() || lower.equals("charset=utf-8") || lower.equals("charset=\"utf-8\"");
    }
}
