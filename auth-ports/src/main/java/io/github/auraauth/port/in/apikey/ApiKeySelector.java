package io.github.auraauth.port.in.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.secret.Secret;
import java.util.function.Function;

/** How an operator selects a key: by the key itself, or by what {@code list} shows of it. */
public sealed interface ApiKeySelector {

    /** Calls the one function that fits. */
    <T> T fold(Function<Secret, T> text, Function<ApiKeyFingerprint, T> fingerprint, Function<String, T> id);

    /** The key itself; it need not be registered. */
    record ByText(Secret key) implements ApiKeySelector {
        public ByText {
            requireNonNull(key, "key");
        }

        @Override
        public <T> T fold(
                Function<Secret, T> text, Function<ApiKeyFingerprint, T> fingerprint, Function<String, T> id) {
            return text.apply(key);
        }
    }

    /** A registered key's fingerprint. */
    record ByFingerprint(ApiKeyFingerprint value) implements ApiKeySelector {
        public ByFingerprint {
            requireNonNull(value, "value");
        }

        @Override
        public <T> T fold(
                Function<Secret, T> text, Function<ApiKeyFingerprint, T> fingerprint, Function<String, T> id) {
            return fingerprint.apply(value);
        }
    }

    /** A registered key's {@code jti}. */
    record ById(String jti) implements ApiKeySelector {
        public ById {
            requireNonNull(jti, "jti");
        }

        @Override
        public <T> T fold(
                Function<Secret, T> text, Function<ApiKeyFingerprint, T> fingerprint, Function<String, T> id) {
            return id.apply(jti);
        }
    }
}
