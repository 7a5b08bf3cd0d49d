package io.github.auraauth.adapter.pages.login;

import io.github.auraauth.adapter.pages.PageImage;
import io.github.auraauth.adapter.pages.PageKind;
import io.github.auraauth.adapter.pages.Pages;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.Response;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The page that says that all is done, and the picture on it. */
public final class ResultEndpoints {
    private static final Input OF = Input.query("of");
    private static final Input LOCALE = Input.query("locale");
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
        PageKind kind = inputs.text(OF).filter("logout"::equals).isPresent() ? PageKind.LOGOUT : PageKind.DONE;
        return deadline -> pages.success(
                kind,
                pages.texts(inputs.text(LOCALE), inputs.context().browser().languages()));
    }

    private Response picture() {
        return image.get().map(ResultEndpoints::answer).orElseGet(ErrorCode.NOT_FOUND::response);
    }

    private static Response answer(PageImage image) {
        return Response.bytes(image.mediaType(), image.bytes())
                .with("Cache-Control", "public, max-age=3600")
                .with("Cross-Origin-Resource-Policy", "same-origin")
                .with("Content-Security-Policy", POLICY);
    }
}
