package io.github.auraauth.front.definition;

import java.util.Locale;

/** How the operations of a definition take what stands in queries and forms; its extension {@code x-aura-parameters}. */
public enum ParameterRules {
    /**
     * A parameter that is given twice is refused, and so is a member of a form that is not known. The rule where a definition
     * says nothing.
     */
    STRICT,
    /**
     * As in OAuth 2.0 (RFC 6749, section 3.1): what is not known is ignored, what is empty counts as absent, and what is given
     * twice is noted, for its endpoint to refuse. A form may be missing as a whole.
     */
    OAUTH;

    /** @throws IllegalArgumentException when there are no rules of that name */
    static ParameterRules parse(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
