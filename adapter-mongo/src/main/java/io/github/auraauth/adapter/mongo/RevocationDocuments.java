package io.github.auraauth.adapter.mongo;

import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.domain.revocation.RevocationEntry;
import io.github.auraauth.port.Outage;
import java.util.Date;
import org.bson.Document;

/** Lines of the log of revocations as documents and back. */
final class RevocationDocuments implements NumberedLines.Form<RevocationEntry> {
    private static final String KIND = "kind";
    private static final String SUBJECT = "subject";
    private static final String AT = "at";

    @Override
    public long seq(RevocationEntry line) {
        return line.seq();
    }

    @Override
    public Document toDocument(RevocationEntry line) {
        Revocation revocation = line.revocation();
        return new Document(NumberedLines.SEQ, line.seq())
                .append(KIND, name(revocation.kind()))
                .append(SUBJECT, revocation.subject())
                .append(AT, Date.from(revocation.at()));
    }

    /** @throws Outage.Unavailable when the line is none that this release writes: it may refuse a key that this cannot see */
    @Override
    public RevocationEntry toLine(Document line) {
        try {
            return new RevocationEntry(
                    line.getLong(NumberedLines.SEQ),
                    new Revocation(
                            kind(line.getString(KIND)),
                            line.getString(SUBJECT),
                            line.getDate(AT).toInstant()));
        } catch (IllegalArgumentException | NullPointerException | ClassCastException unreadable) {
            throw new Outage.Unavailable(MongoCalls.DEPENDENCY, unreadable);
        }
    }

    private static String name(Revocation.Kind kind) {
        return switch (kind) {
            case FINGERPRINT -> "fingerprint";
            case KEY_ID -> "jti";
            case CONSUMER -> "consumer";
        };
    }

    private static Revocation.Kind kind(String name) {
        return switch (name) {
            case "fingerprint" -> Revocation.Kind.FINGERPRINT;
            case "jti" -> Revocation.Kind.KEY_ID;
            case "consumer" -> Revocation.Kind.CONSUMER;
            default -> throw new IllegalArgumentException("a revocation of a kind that this release does not know");
        };
    }
}
