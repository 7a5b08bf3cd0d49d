package io.github.auraauth.usecase;

import io.github.auraauth.domain.crypto.Sha256;
import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.out.password.PasswordHasher;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** A hasher that costs nothing, and counts what it was asked. */
public final class PlainHasher implements PasswordHasher {
    public final AtomicInteger verified = new AtomicInteger();
    public final AtomicInteger wasted = new AtomicInteger();
    public volatile int rounds = 1000;

    /** What happens just before a new password is hashed. */
    public volatile Runnable beforeHash = () -> {};

    @Override
    public PasswordHash hash(Secret password) {
        beforeHash.run();
        return hash(password, rounds);
    }

    @Override
    public boolean matches(Secret password, PasswordHash hash) {
        verified.incrementAndGet();
        return hash(password, hash.rounds()).equals(hash);
    }

    @Override
    public void waste(Secret password) {
        wasted.incrementAndGet();
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return hash.rounds() < rounds;
    }

    private static PasswordHash hash(Secret password, int rounds) {
        String digest = Base64.getEncoder().encodeToString(Sha256.of(password.reveal()));
        return PasswordHash.parse("pbkdf2_sha256$" + rounds + "$salt$" + digest).orElseThrow();
    }
}
