package io.github.auraauth.adapter.pages.site;

import java.util.Locale;

/** How something that is shown is meant, which its colour says too. */
public enum Tone {
    PLAIN,
    /** Of little importance. */
    QUIET,
    GOOD,
    BAD,
    /** Set in a monospaced face and selected whole by one click, as identifiers are. */
    CODE;

    /** As style sheet and templates call it. */
    public String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
