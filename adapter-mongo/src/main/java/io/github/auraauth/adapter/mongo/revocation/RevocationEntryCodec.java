package io.github.auraauth.adapter.mongo.revocation;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.SequencedLog;
import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.domain.revocation.RevocationEntry;
import io.github.auraauth.port.Outage;
import java.util.Date;
import org.bson.Document;

/** Writes and reads entries of the log of revocations. */
final class RevocationEntryCodec implements SequencedLog.EntryCodec<RevocationEntry> {
    private static final String KIND = "kind";
    private static final String SUBJECT = "subject";
    private static final String AT = "at";

    @Override
    public long seq(RevocationEntry entry) {
        return entry.seq();
    }

    @Override
    public Document encode(RevocationEntry entry) {
        Revocation revocation = entry.revocation();
        return new Document(SequencedLog.SEQ, entry.seq())
                .append(KIND, name(revocation.target()))
                .append(SUBJECT, revocation.subject())
                .append(AT, Date.from(revocation.at()));
    }

    /** @throws Outage.Unavailable when this release cannot read the entry: it may revoke a key, so it must not be skipped */
    @Override
    public RevocationEntry decode(Document document) {
        try {
            return new RevocationEntry(
                    document.getLong(SequencedLog.SEQ),
                    new Revocation(
                            target(document.getString(KIND)),
                            document.getString(SUBJECT),
                            document.getDate(AT).toInstant()));
        } catch (IllegalArgumentException | NullPointerException | ClassCastException unreadable) {
            throw new Outage.Unavailable(MongoConnection.DEPENDENCY, unreadable);
        }
    }

    private static String name(Revocation.Target target) {
        return switch (target) {
            case FINGERPRINT -> "fingerprint";
            case KEY_ID -> "jti";
            case CONSUMER -> "consumer";
        };
    }

    private static Revocation.Target target(String name) {
        return switch (name) {
            case "fingerprint" -> Revocation.Target.FINGERPRINT;
            case "jti" -> Revocation.Target.KEY_ID;
            case "consumer" -> Revocation.Target.CONSUMER;
            default -> throw new IllegalArgumentException("a revocation of a kind that this release does not know");
        };
    }
}
