package io.github.auraauth.domain.activity;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.activity.ChainFault.Kind;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.crypto.RotatingKeyedDigest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Makes and checks the MACs of the audit trail, by keys derived from the environment's encryption keys with info
 * {@code aura-auth/audit/v1}: the first key seals, every one verifies. Safe for use by many threads.
 */
public final class AuditSealer {
    private static final String INFO = "aura-auth/audit/v1";

    /** How far from its place an entry is looked for that does not fit there. */
    private static final int FARTHEST = 100;

    private final RotatingKeyedDigest digest;

    public AuditSealer(EncryptionKeys keys) {
        this.digest = RotatingKeyedDigest.derivedFrom(requireNonNull(keys, "keys"), INFO);
    }

    /** The entry, sealed behind the one with that MAC. */
    public AuditEntry seal(AuditEntry entry, String previous) {
        String keyId = digest.writingKeyId();
        return entry.with(new Seal(
                keyId,
                previous,
                digest.hex(keyId, text(entry, entry.id(), previous, keyId)).orElseThrow()));
    }

    /** What is wrong with an entry by itself, at its place; empty when nothing is. */
    public Optional<Kind> fault(AuditEntry entry, EntryId place) {
        if (entry.seal().isEmpty()) {
            return Optional.of(Kind.UNSEALED);
        }
        Seal seal = entry.seal().get();
        if (digest.hex(seal.keyId(), "").isEmpty()) {
            return Optional.of(Kind.UNKNOWN_KEY);
        }
        if (fits(entry, seal, place)) {
            return Optional.empty();
        }
        for (long away = 1; away <= FARTHEST; away++) {
            if (fits(entry, seal, new EntryId(place.instance(), place.number() + away))
                    || fits(entry, seal, new EntryId(place.instance(), Math.max(0, place.number() - away)))) {
                return Optional.of(Kind.OUT_OF_ORDER);
            }
        }
        return Optional.of(Kind.ALTERED);
    }

    /** An anchor behind that entry. */
    public ChainAnchor anchor(ChainHead head, long faults) {
        String keyId = digest.writingKeyId();
        return new ChainAnchor(
                head,
                faults,
                keyId,
                digest.hex(keyId, text(head, faults, keyId)).orElseThrow());
    }

    /** Whether an anchor is as it was made. */
    public boolean isGood(ChainAnchor anchor) {
        return digest.hex(anchor.keyId(), text(anchor.head(), anchor.faults(), anchor.keyId()))
                .filter(expected -> same(expected, anchor.mac()))
                .isPresent();
    }

    /** Whether an anchor is by a key that does not write any more. */
    public boolean isOld(ChainAnchor anchor) {
        return !anchor.keyId().equals(digest.writingKeyId());
    }

    private boolean fits(AuditEntry entry, Seal seal, EntryId place) {
        return digest.hex(seal.keyId(), text(entry, place.text(), seal.previous(), seal.keyId()))
                .filter(expected -> same(expected, seal.mac()))
                .isPresent();
    }

    private static String text(AuditEntry entry, String id, String previous, String keyId) {
        return joined(
                "entry",
                keyId,
                previous,
                id,
                Long.toString(entry.at().toEpochMilli()),
                entry.event(),
                entry.actor(),
                entry.account().map(account -> "+" + account).orElse("-"),
                entry.object());
    }

    private static String text(ChainHead head, long faults, String keyId) {
        return joined(
                "anchor", keyId, head.instance(), Long.toString(head.number()), head.mac(), Long.toString(faults));
    }

    /** Each with its length, so that no two lists make one text. */
    private static String joined(String... parts) {
        StringBuilder joined = new StringBuilder();
        for (String part : parts) {
            joined.append(part.length()).append(':').append(part);
        }
        return joined.toString();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
