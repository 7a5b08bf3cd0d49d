package io.github.auraauth.port.in.login;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What to tell a browser.
 *
 * @param locale culture code that a good state asked for
 */
public record LoginAnswer(LoginOutcome outcome, Optional<String> locale) {
    public LoginAnswer {
        requireNonNull(outcome, "outcome");
        requireNonNull(locale, "locale");
    }

    /** An answer to whoever has no good state. */
    public static LoginAnswer of(LoginOutcome outcome) {
        return new LoginAnswer(outcome, Optional.empty());
    }
}
