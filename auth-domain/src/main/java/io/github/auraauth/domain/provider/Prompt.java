package io.github.auraauth.domain.provider;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The prompts that a request wants (OpenID Connect Core 1.0, section 3.1.2.1). */
public enum Prompt {
    NONE,
    LOGIN,
    CONSENT,
    SELECT_ACCOUNT;

    /** Those of a list with spaces between; empty when one is unknown, or {@code none} is not alone. */
    static Optional<Set<Prompt>> parse(String list) {
        Set<Prompt> prompts = EnumSet.noneOf(Prompt.class);
        for (String name : list.split(" ", -1)) {
            Optional<Prompt> prompt = ofName(name);
            if (prompt.isEmpty()) {
                return Optional.empty();
            }
            prompts.add(prompt.get());
        }
        return prompts.contains(NONE) && prompts.size() > 1 ? Optional.empty() : Optional.of(prompts);
    }

    private static Optional<Prompt> ofName(String name) {
        for (Prompt prompt : values()) {
            if (prompt.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(prompt);
            }
        }
        return Optional.empty();
    }
}
