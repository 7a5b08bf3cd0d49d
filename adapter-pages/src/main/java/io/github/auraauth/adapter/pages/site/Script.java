package io.github.auraauth.adapter.pages.site;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A script of a page, for what needs one.
 *
 * @param code as the page holds it, byte for byte
 */
public record Script(String code) implements Element {
    public Script {
        requireNonNull(code, "code");
        if (code.contains("</")) {
            throw new IllegalArgumentException("code must not end its own element");
        }
    }

    @Override
    public String template() {
        return "site/script.jte";
    }

    @Override
    public Optional<String> script() {
        return Optional.of(code);
    }
}
