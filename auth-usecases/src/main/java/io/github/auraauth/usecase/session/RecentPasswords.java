package io.github.auraauth.usecase.session;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.usecase.account.ShortLivedCache;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The passwords that were found right within the last minute, so that a caller who sends one with each call is not hashed
 * each time. Kept as digests under a key that this process alone has; good as long as the account's hash is the one that was
 * matched. Safe for use by many threads.
 */
final class RecentPasswords {
    private static final Duration REMEMBERED = Duration.ofSeconds(60);
    private static final int MOST = 10_000;
    private static final int KEY_BYTES = 32;

    private final KeyedDigest digest;
    private final ShortLivedCache<String, Match> matches;

    RecentPasswords(InstantSource clock, SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        this.digest = KeyedDigest.derivedFrom(Secret.of(key), "aura-auth/recent-password/v1");
        this.matches = new ShortLivedCache<>(REMEMBERED, MOST, clock);
    }

    Optional<Match> find(String username, Secret password) {
        return matches.find(name(username, password));
    }

    void note(String username, Secret password, Account account) {
        account.password().ifPresent(hash -> matches.put(name(username, password), new Match(account.id(), hash)));
    }

    private String name(String username, Secret password) {
        return digest.hex(username.length() + "\n" + username + '\n' + password.revealText());
    }

    /** What a password was found to be. */
    record Match(AccountId account, PasswordHash hash) {
        boolean isOf(Account present) {
            return present.password().filter(hash::equals).isPresent();
        }
    }
}
