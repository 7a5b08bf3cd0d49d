package io.github.auraauth.domain.apikey;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * One key format's trials: one cipher operation per entry of the key list, whatever the text is, until a model is found
 * that the caller takes.
 */
interface TrialDecryption {
    Optional<ApiKeyModel> read(String text, Predicate<ApiKeyModel> acceptable);
}
