package io.github.auraauth.usecase.signingkey;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.provider.SigningKeyRing;
import io.github.auraauth.domain.provider.StoredSigningKey;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.provider.SigningKeyRotation;
import io.github.auraauth.port.out.provider.SigningKeyStore;
import io.github.auraauth.port.out.token.SigningKeyGenerator;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The provider's keys over their store. */
public final class SigningKeyRotationService implements SigningKeyRotation {
    private static final List<SignatureAlgorithm> ALGORITHMS =
            List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256);

    /** For storing a key: making it may have taken all the time that the caller has. */
    private static final Duration LONGEST_STORING = Duration.ofSeconds(10);

    private final SigningKeyStore keys;
    private final SigningKeyReader reader;
    private final SigningKeyGenerator generator;
    private final Duration lead;
    private final ActivityRecorder activity;
    private final InstantSource clock;

    /** @param maxAge how long those who verify may keep the key set */
    public SigningKeyRotationService(
            SigningKeyStore keys,
            SigningKeyReader reader,
            SigningKeyGenerator generator,
            Duration maxAge,
            ActivityRecorder activity,
            InstantSource clock) {
        this.keys = keys;
        this.reader = reader;
        this.generator = generator;
        this.lead = lead(maxAge);
        this.activity = activity;
        this.clock = clock;
    }

    /**
     * How long a key is published before it signs: an instance may give the set out for the last time just before it reads
     * the new key.
     */
    public static Duration lead(Duration maxAge) {
        return maxAge.plus(SigningKeyReader.RECENT.multipliedBy(2));
    }

    @Override
    public Outcome<StoredSigningKey> create(SignatureAlgorithm algorithm, Actor actor, Deadline deadline) {
        return actor.rights().superuser()
                ? Outcome.done(make(algorithm, ring(deadline), Event.KEY_CREATE, actor))
                : Outcome.refused(Reason.FORBIDDEN);
    }

    @Override
    public Outcome<List<StoredSigningKey>> rotate(Actor actor, Deadline deadline) {
        if (!actor.rights().superuser()) {
            return Outcome.refused(Reason.FORBIDDEN);
        }
        SigningKeyRing before = ring(deadline);
        List<StoredSigningKey> made = ALGORITHMS.stream()
                .map(algorithm -> make(algorithm, before, Event.KEY_ROTATE, actor))
                .toList();
        for (StoredSigningKey over : ring(soon()).removable(clock.instant())) {
            String id = over.key().publicKey().id();
            if (keys.delete(id, soon())) {
                activity.note(Event.KEY_DELETE, actor, Optional.empty(), id, soon());
            }
        }
        reader.forget();
        return Outcome.done(made);
    }

    @Override
    public Outcome<List<StoredSigningKey>> list(Actor actor, Deadline deadline) {
        return actor.rights().superuser() ? Outcome.done(keys.all(deadline)) : Outcome.refused(Reason.FORBIDDEN);
    }

    private SigningKeyRing ring(Deadline deadline) {
        return new SigningKeyRing(keys.all(deadline));
    }

    private StoredSigningKey make(SignatureAlgorithm algorithm, SigningKeyRing before, Event event, Actor actor) {
        PrivateSigningKey key = generator.generate(algorithm);
        Instant now = clock.instant();
        StoredSigningKey stored = new StoredSigningKey(key, now, before.signsFrom(lead, now));
        if (!keys.insert(stored, soon())) {
            throw new Outage.Contended("the signing key");
        }
        reader.forget();
        activity.note(event, actor, Optional.empty(), key.publicKey().id(), soon());
        return stored;
    }

    private Deadline soon() {
        return Deadline.in(LONGEST_STORING, clock);
    }
}
