package io.github.auraauth.usecase.signingkey;

import io.github.auraauth.domain.provider.SigningKeyRing;
import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.provider.ProviderKeySet;
import io.github.auraauth.port.out.provider.SigningKeyStore;
import io.github.auraauth.usecase.account.ShortLivedCache;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The provider's keys as they were a moment ago. Safe for use by many threads. */
public final class SigningKeyReader implements ProviderKeySet {
    /** How old what is known of the keys may be, so that a new one is published everywhere within it. */
    public static final Duration RECENT = Duration.ofSeconds(5);

    private static final String RING = "ring";
    static final String DEPENDENCY = "the signing key";

    private final SigningKeyStore keys;
    private final InstantSource clock;
    private final ShortLivedCache<String, SigningKeyRing> recent;
    private final Consumer<Deadline> none;

    /** @param none is run where there is no key, or none of the algorithm that is needed, before it is said to be missing */
    public SigningKeyReader(SigningKeyStore keys, InstantSource clock, Consumer<Deadline> none) {
        this.keys = keys;
        this.clock = clock;
        this.none = none;
        this.recent = new ShortLivedCache<>(RECENT, 1, clock);
    }

    /**
     * The key that signs now.
     *
     * @throws Outage.Unavailable when there is none
     */
    public PrivateSigningKey current(SignatureAlgorithm algorithm, Deadline deadline) {
        return needed(ring -> ring.has(algorithm), deadline)
                .current(algorithm, clock.instant())
                .orElseThrow(() -> new Outage.Unavailable(DEPENDENCY));
    }

    @Override
    public List<JsonWebKey> published(Deadline deadline) {
        List<JsonWebKey> published = needed(SigningKeyReader::hasAny, deadline).published(clock.instant());
        if (published.isEmpty()) {
            throw new Outage.Unavailable(DEPENDENCY);
        }
        return published;
    }

    /** Has keys made where there are none, before somebody waits for them. */
    public void prepare(Deadline deadline) {
        needed(SigningKeyReader::hasAny, deadline);
    }

    private SigningKeyRing needed(Predicate<SigningKeyRing> enough, Deadline deadline) {
        if (!enough.test(ring(deadline))) {
            none.accept(deadline);
            forget();
        }
        return ring(deadline);
    }

    private static boolean hasAny(SigningKeyRing ring) {
        return !ring.keys().isEmpty();
    }

    /** All keys, some seconds old at most. */
    SigningKeyRing ring(Deadline deadline) {
        return recent.get(RING, name -> new SigningKeyRing(keys.all(deadline)));
    }

    /** Has the keys read anew. */
    void forget() {
        recent.clear();
    }
}
