package io.github.auraauth.adapter.http.login;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.answer.ErrorCode;
import io.github.auraauth.adapter.http.answer.PageKind;
import io.github.auraauth.adapter.http.pages.PageImage;
import io.github.auraauth.adapter.http.pages.Pages;
import io.github.auraauth.adapter.http.request.Endpoint;
import io.github.auraauth.adapter.http.request.Inputs;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The page that says that all is done, and the picture on it. */
public final class ResultEndpoints {
    /** A picture opened by itself may hold no more than a picture: SVG can do things. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    private final Pages pages;
    private final Supplier<Optional<PageImage>> image;

    public ResultEndpoints(Pages pages, Supplier<Optional<PageImage>> image) {
        this.pages = pages;
        this.image = image;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("showResult", this::show, "readImage", inputs -> deadline -> picture());
    }

    private Endpoint.Action show(Inputs inputs) {
        PageKind kind = inputs.text("of").filter("logout"::equals).isPresent() ? PageKind.LOGOUT : PageKind.DONE;
        return deadline -> pages.success(
                kind,
                pages.texts(inputs.text("locale"), inputs.caller().browser().languages()));
    }

    private Answer picture() {
        return image.get().map(ResultEndpoints::answer).orElseGet(ErrorCode.NOT_FOUND::answer);
    }

    private static Answer answer(PageImage image) {
        return Answer.bytes(image.mediaType(), image.bytes())
                .with("Cache-Control", "public, max-age=3600")
                .with("Cross-Origin-Resource-Policy", "same-origin")
                .with("Content-Security-Policy", POLICY);
    }
}
