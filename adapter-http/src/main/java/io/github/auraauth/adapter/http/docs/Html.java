package io.github.auraauth.adapter.http.docs;

/** HTML written piece by piece; every text is escaped. */
final class Html {
    private final StringBuilder out = new StringBuilder();

    /** Opens an element, writes what is inside, and closes it. */
    Html element(String name, Runnable inside) {
        out.append('<').append(name).append('>');
        inside.run();
        out.append("</").append(name).append('>');
        return this;
    }

    /** An element that holds a text only. */
    Html element(String name, String text) {
        return element(name, () -> text(text));
    }

    Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return this;
    }

    /** Markup of our own, as it is. */
    Html markup(String markup) {
        out.append(markup);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
