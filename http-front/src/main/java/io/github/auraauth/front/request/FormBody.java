package io.github.auraauth.front.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auraauth.front.definition.BodySchema;
import io.github.auraauth.front.response.ResponseException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Parses bodies that are forms as browsers send them ({@code application/x-www-form-urlencoded}), as objects whose members
 * are texts, or lists of texts where the schema has them so. Strict: no member is repeated that is no list, none is without
 * an equals sign, every escape is good and of UTF-8. In the first of these OAuth differs.
 */
final class FormBody {
    private FormBody() {}

    /**
     * @param schema whose names a message may repeat
     * @throws ResponseException when it is not a form
     */
    static ObjectNode parse(byte[] content, BodySchema schema) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        for (Pair pair : pairs(content)) {
            if (schema.lists().contains(pair.name)) {
                members.withArray("/" + pair.name).add(pair.value);
            } else if (members.has(pair.name)) {
                throw InvalidInputs.repeated(pair.name, schema.names());
            } else {
                members.put(pair.name, pair.value);
            }
        }
        return members;
    }

    /**
     * The same as OAuth takes them: of what is known and not empty, the first of each name.
     *
     * @param schema whose names are known
     * @param repeated takes those in that another one follows of
     * @throws ResponseException when it is not a form
     */
    static ObjectNode parse(byte[] content, BodySchema schema, Set<String> repeated) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        for (Pair pair : pairs(content)) {
            if (!schema.names().contains(pair.name) || pair.value.isEmpty()) {
                continue;
            }
            if (members.has(pair.name)) {
                repeated.add(pair.name);
            } else {
                members.put(pair.name, pair.value);
            }
        }
        return members;
    }

    private static List<Pair> pairs(byte[] content) {
        // One character for each byte; those beyond ASCII are refused where they are decoded.
        String body = new String(content, StandardCharsets.ISO_8859_1);
        List<Pair> pairs = new ArrayList<>();
        for (String pair : body.isEmpty() ? new String[0] : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw notAForm();
            }
            pairs.add(new Pair(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
        }
        return pairs;
    }

    private static String decoded(String text) {
        return UrlDecoder.decode(text).orElseThrow(FormBody::notAForm);
    }

    private static ResponseException notAForm() {
        return InvalidInputs.ofBody("must be a form of UTF-8");
    }

    private record Pair(String name, String value) {}
}
