package io.github.auraauth.adapter.http.request;

import io.github.auraauth.adapter.http.answer.Refusal;
import io.github.auraauth.adapter.http.definition.BodyForm;
import java.util.Map;

/** Reads bodies of one form. Safe for use by many threads. */
interface BodyReader {

    /**
     * @return the given members' texts by name, each of the form that it must have
     * @throws Refusal when the body is not of this form
     */
    Map<String, String> read(byte[] content);

    /** One that also sees to it that the required members are there. */
    static BodyReader of(BodyForm form) {
        BodyReader members = switch (form.encoding()) {
            case JSON -> new JsonBody(form);
            case FORM -> new FormBody(form);
        };
        BodyReader complete = content -> {
            Map<String, String> texts = members.read(content);
            for (String name : form.required()) {
                if (!texts.containsKey(name)) {
                    throw Inputs.missing(name);
                }
            }
            return texts;
        };
        return form.elseEmpty() ? orNothing(complete) : complete;
    }

    private static BodyReader orNothing(BodyReader reader) {
        return content -> {
            try {
                return reader.read(content);
            } catch (Refusal unfit) {
                return Map.of();
            }
        };
    }
}
