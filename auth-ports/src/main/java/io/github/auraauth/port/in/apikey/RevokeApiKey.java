package io.github.auraauth.port.in.apikey;

import io.github.auraauth.port.Deadline;
import java.util.function.Function;
import java.util.function.Supplier;

/** Ends keys before their time. Every instance refuses them within three seconds. */
public interface RevokeApiKey {

    /**
     * Revokes one key at once; again is the same.
     *
     * @throws io.github.auraauth.port.Outage when the log of revocations is away
     */
    Outcome revoke(ApiKeySelector key, Deadline deadline);

    /**
     * Revokes all keys for that consumer that were issued until now, registered or not; those without {@code iat} for
     * ever.
     *
     * @param app a consumer's name, as keys list it
     * @throws io.github.auraauth.port.Outage when the log of revocations is away
     * @throws IllegalArgumentException when {@code app} cannot be a consumer's name
     */
    void revokeConsumer(String app, Deadline deadline);

    /** What came of it. */
    sealed interface Outcome {
        /** Calls the one function that fits. */
        <T> T fold(Function<Revoked, T> revoked, Supplier<T> absent);
    }

    /**
     * The key is refused from now on.
     *
     * @param advisory whether its holder can evade that: one of version 1 can be changed, and {@code compat} takes changed
     *     ones; revoking the consumer or removing the encryption key is tight
     */
    record Revoked(boolean advisory) implements Outcome {
        @Override
        public <T> T fold(Function<Revoked, T> revoked, Supplier<T> absent) {
            return revoked.apply(this);
        }
    }

    /** None of the environment's encryption keys reads it, or nothing is registered under that fingerprint or id. */
    record Absent() implements Outcome {
        @Override
        public <T> T fold(Function<Revoked, T> revoked, Supplier<T> absent) {
            return absent.get();
        }
    }
}
