package io.github.auraauth.adapter.http.account;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.definition.Parameter;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Json;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/** Lists as Django REST framework has them: parts with the addresses of the parts behind and before. */
public final class AccountLists {
    private static final String BASE = "/api/v1";
    private static final Input CURSOR = Input.query("cursor");

    private final PublicAddress address;

    /** @param address below which the other parts are found */
    public AccountLists(PublicAddress address) {
        this.address = address;
    }

    /** Which part is asked for. */
    public static PageRequest request(Inputs inputs) {
        int size = inputs.text(Input.query("page_size")).map(Integer::parseInt).orElse(PageRequest.USUAL);
        return new PageRequest(inputs.text(CURSOR), size, isYes(inputs, "count").orElse(false));
    }

    /** What a parameter of yes or no says, where it is given. */
    static Optional<Boolean> isYes(Inputs inputs, String name) {
        return inputs.text(Input.query(name)).map("true"::equals);
    }

    /** One part, which was asked for with those inputs. */
    public <T> Response response(Inputs inputs, Page<T> page, Element<T> element) {
        return Response.json(200, Json.object(json -> {
            json.writeStringField(
                    "next", page.next().map(cursor -> link(inputs, cursor)).orElse(null));
            json.writeStringField(
                    "previous",
                    page.previous().map(cursor -> link(inputs, cursor)).orElse(null));
            results(json, page.results(), element);
            if (page.count().isPresent()) {
                json.writeNumberField("count", page.count().get());
            }
        }));
    }

    /** A list that has one part. */
    public static <T> Response whole(Collection<T> elements, Element<T> element) {
        return Response.json(200, Json.object(json -> {
            json.writeNullField("next");
            json.writeNullField("previous");
            results(json, elements, element);
        }));
    }

    private static <T> void results(JsonGenerator json, Collection<T> elements, Element<T> element) throws IOException {
        json.writeArrayFieldStart("results");
        for (T each : elements) {
            json.writeStartObject();
            element.write(json, each);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The same question with another cursor. */
    private String link(Inputs inputs, String cursor) {
        StringBuilder query = new StringBuilder("?cursor=").append(encoded(cursor));
        for (Parameter parameter : inputs.context().operation().parameters()) {
            Input input = parameter.input();
            if (input.place() == Input.Place.QUERY && !input.equals(CURSOR)) {
                inputs.text(input)
                        .ifPresent(value -> query.append('&')
                                .append(input.name())
                                .append('=')
                                .append(encoded(value)));
            }
        }
        String path = String.join("/", inputs.context().operation().mapping().template());
        return address.link(BASE + '/' + path + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Writes the members of one element. */
    @FunctionalInterface
    public interface Element<T> {
        void write(JsonGenerator json, T element) throws IOException;
    }
}
