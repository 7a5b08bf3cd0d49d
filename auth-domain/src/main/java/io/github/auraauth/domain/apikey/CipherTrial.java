package io.github.auraauth.domain.apikey;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * One key format's trials: one cipher operation per entry of the key list, whatever the text is, until a model is found
 * that the caller takes.
 */
interface CipherTrial {
    /** Bytes that are deciphered in vain where the text is missing, malformed or of the other format. */
    int DUMMY_BYTES = 96;

    Optional<ApiKeyModel> read(String text, Predicate<ApiKeyModel> acceptable);
}
