package io.github.auraauth.app.cli.command;

import io.github.auraauth.domain.secret.Secret;
import java.util.Optional;

/** Asks a person at a terminal, without showing what they type. */
@FunctionalInterface
public interface PasswordPrompt {
    /** There is no terminal. */
    PasswordPrompt NONE = question -> Optional.empty();

    /** What they typed; empty where there is no terminal to ask at. */
    Optional<Secret> ask(String question);
}
