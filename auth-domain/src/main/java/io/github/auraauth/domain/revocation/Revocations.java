package io.github.auraauth.domain.revocation;

import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All revocations up to one line of their log. Immutable. Of several for one key the earliest counts, of several for one
 * consumer the latest: none makes a key good that another has refused.
 */
public final class Revocations {
    /** Before the first one. */
    public static final Revocations NONE = new Revocations(0, Map.of(), Map.of(), Map.of());

    private final long version;
    private final Map<String, Instant> fingerprints;
    private final Map<String, Instant> keyIds;
    private final Map<String, Instant> consumers;

    private Revocations(
            long version,
            Map<String, Instant> fingerprints,
            Map<String, Instant> keyIds,
            Map<String, Instant> consumers) {
        this.version = version;
        this.fingerprints = fingerprints;
        this.keyIds = keyIds;
        this.consumers = consumers;
    }

    /**
     * The set of that version, which nothing is missing from.
     *
     * @param version the last line's number, 0 for none
     */
    public static Revocations of(long version, Collection<Revocation> all) {
        return NONE.with(version, all);
    }

    /** The last line's number, 0 before the first one. */
    public long version() {
        return version;
    }

    /**
     * All of this set and more, as the set of that version.
     *
     * @param newVersion as of {@link #of}; a lower one where the log was set back
     */
    public Revocations with(long newVersion, Collection<Revocation> more) {
        if (newVersion < 0) {
            throw new IllegalArgumentException("version must not be negative");
        }
        Map<String, Instant> moreFingerprints = new HashMap<>(fingerprints);
        Map<String, Instant> moreKeyIds = new HashMap<>(keyIds);
        Map<String, Instant> moreConsumers = new HashMap<>(consumers);
        for (Revocation revocation : more) {
            switch (revocation.target()) {
                case FINGERPRINT -> moreFingerprints.merge(revocation.subject(), revocation.at(), Revocations::earlier);
                case KEY_ID -> moreKeyIds.merge(revocation.subject(), revocation.at(), Revocations::earlier);
                case CONSUMER -> moreConsumers.merge(revocation.subject(), revocation.at(), Revocations::later);
            }
        }
        return new Revocations(newVersion, moreFingerprints, moreKeyIds, moreConsumers);
    }

    /** Whether the key, or a consumer that it was made for, is refused by then. */
    public boolean revokes(ApiKeyFingerprint fingerprint, ApiKeyModel model, Instant now) {
        Instant issued = model.stamp().issuedAt().orElse(Instant.EPOCH);
        boolean ended =
                endOf(fingerprint, model).filter(end -> !now.isBefore(end)).isPresent();
        for (String app : model.grants().apps()) {
            ended |= isUpTo(consumers, app, issued);
        }
        return ended;
    }

    /** Whether every key without {@code iat} for any of these consumers is refused, now and for ever. */
    public boolean revokesLegacy(Collection<String> apps) {
        return apps.stream().anyMatch(consumers::containsKey);
    }

    /** From when on the key is refused for itself, whatever becomes of its consumers; empty when it was not revoked. */
    public Optional<Instant> endOf(ApiKeyFingerprint fingerprint, ApiKeyModel model) {
        Optional<Instant> ofText = Optional.ofNullable(fingerprints.get(fingerprint.hex()));
        Optional<Instant> ofId = model.stamp().id().map(keyIds::get);
        return ofText.isPresent() && ofId.isPresent()
                ? Optional.of(earlier(ofText.get(), ofId.get()))
                : ofText.or(() -> ofId);
    }

    private static boolean isUpTo(Map<String, Instant> consumers, String app, Instant issued) {
        return Optional.ofNullable(consumers.get(app))
                .filter(at -> !issued.isAfter(at))
                .isPresent();
    }

    /** One revocation for each subject: together they are this set. */
    public List<Revocation> all() {
        return Stream.of(
                        each(Revocation.Target.FINGERPRINT, fingerprints),
                        each(Revocation.Target.KEY_ID, keyIds),
                        each(Revocation.Target.CONSUMER, consumers))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<Revocation> each(Revocation.Target target, Map<String, Instant> subjects) {
        return subjects.entrySet().stream().map(entry -> new Revocation(target, entry.getKey(), entry.getValue()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    @Override
    public String toString() {
        return "Revocations[version=" + version + "]";
    }
}
