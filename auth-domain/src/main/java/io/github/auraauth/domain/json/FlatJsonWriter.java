package io.github.auraauth.domain.json;

import java.util.Iterator;
import java.util.List;

/** Writes one flat object as compact JSON, members in their order. */
public final class FlatJsonWriter {
    private final StringBuilder out = new StringBuilder();

    private FlatJsonWriter() {}

    /** The object as JSON text without white space. */
    public static String write(FlatObject object) {
        FlatJsonWriter writer = new FlatJsonWriter();
        writer.object(object);
        return writer.out.toString();
    }

    private void object(FlatObject object) {
        out.append('{');
        String separator = "";
        for (var member : object.members().entrySet()) {
            out.append(separator);
            separator = ",";
            text(member.getKey());
            out.append(':');
            value(member.getValue());
        }
        out.append('}');
    }

    private void value(FlatValue value) {
        value.asText().ifPresent(this::text);
        value.asWhole().ifPresent(out::append);
        value.asTexts().ifPresent(this::texts);
    }

    private void texts(List<String> texts) {
        out.append('[');
        for (Iterator<String> rest = texts.iterator(); rest.hasNext(); ) {
            text(rest.next());
            if (rest.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
