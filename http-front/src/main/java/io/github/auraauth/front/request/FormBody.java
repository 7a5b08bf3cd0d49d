package io.github.auraauth.front.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auraauth.front.response.ResponseException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Parses bodies that are forms as browsers send them ({@code application/x-www-form-urlencoded}), as objects whose members
 * are texts. Strict: no repeated member, none without an equals sign, every escape good and of UTF-8.
 */
final class FormBody {
    private FormBody() {}

    /**
     * @param names that a message may repeat
     * @throws ResponseException when it is not a form
     */
    static ObjectNode parse(byte[] content, Set<String> names) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        // One character for each byte; those beyond ASCII are refused where they are decoded.
        String body = new String(content, StandardCharsets.ISO_8859_1);
        if (body.isEmpty()) {
            return members;
        }
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw notAForm();
            }
            String name = decoded(pair.substring(0, equals));
            if (members.has(name)) {
                throw InvalidInputs.repeated(name, names);
            }
            members.put(name, decoded(pair.substring(equals + 1)));
        }
        return members;
    }

    private static String decoded(String text) {
        return UrlDecoder.decode(text).orElseThrow(FormBody::notAForm);
    }

    private static ResponseException notAForm() {
        return InvalidInputs.ofBody("must be a form of UTF-8");
    }
}
