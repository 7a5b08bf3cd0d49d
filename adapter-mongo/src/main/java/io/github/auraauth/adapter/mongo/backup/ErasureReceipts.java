package io.github.auraauth.adapter.mongo.backup;

import io.github.auraauth.adapter.mongo.TimeFieldReader;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.invalidation.AuraIdHasher;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.PhoneNumber;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;

/** The persons who were erased, as receipts and notes of erasures tell, and which stored rows and records were theirs. */
final class ErasureReceipts {
    private static final String PHONE_NUMBER = "phone_number";

    private final KeyedDigest digest;
    private final AuraIdHasher hasher;
    private final Map<String, Instant> numbers = new HashMap<>();
    private final Map<String, Instant> auraIds = new HashMap<>();
    private final Map<String, Instant> userIds = new HashMap<>();
    private final Set<String> identifiers = new HashSet<>();
    private final Set<String> records = new HashSet<>();

    /**
     * @param digest of phone numbers in receipts
     * @param hasher of auraIds in notes
     */
    ErasureReceipts(KeyedDigest digest, AuraIdHasher hasher) {
        this.digest = digest;
        this.hasher = hasher;
    }

    /** Takes an entry of the journal of erasures into account; whether it says anything new. */
    boolean addReceipt(Document entry) {
        return addLater(numbers, entry.getString("numberDigest"), TimeFieldReader.read(entry, "begun"));
    }

    /** The same of the note of an erased auraId. */
    boolean addNote(Document note) {
        return addLater(auraIds, note.getString("_id"), TimeFieldReader.read(note, "erasedAt"));
    }

    private static boolean addLater(Map<String, Instant> times, String name, Optional<Instant> time) {
        Instant at = time.orElse(Instant.EPOCH);
        Instant before = times.getOrDefault(name, Instant.MIN);
        times.merge(name, at, (one, other) -> one.isAfter(other) ? one : other);
        return at.isAfter(before);
    }

    /** Notes the other identifiers of a person by one of their rows, for rows and records that have those only. */
    void learnFrom(Document row) {
        erasureOf(row).filter(time -> !registeredAt(row).isAfter(time)).ifPresent(time -> {
            text(row, "userId").ifPresent(userId -> addLater(userIds, userId, Optional.of(time)));
            Stream.of("auraId", "userId", "auraGlobalId")
                    .forEach(field -> text(row, field).ifPresent(identifiers::add));
        });
    }

    /** Whether the row was there when its person was erased. */
    boolean isErasedRow(Document row) {
        Optional<Instant> byUserId = text(row, "userId").map(userIds::get);
        return Stream.of(erasureOf(row), byUserId)
                .flatMap(Optional::stream)
                .anyMatch(time -> !registeredAt(row).isAfter(time));
    }

    /** Whether the record of terms is that of somebody who was erased. */
    boolean isErasedRecord(Document record) {
        Optional<String> person = text(record, "user_id");
        return person.filter(id -> identifiers.contains(id) || numberErasure(id).isPresent())
                .isPresent();
    }

    /** Notes the records of persons who were erased, for what lies apart from them; after all rows. */
    void learnFromRecord(Document record) {
        if (isErasedRecord(record)) {
            records.add(String.valueOf(record.get("_id")));
        }
    }

    /** Whether the page of a history is that of such a record; its id is the record's with a number behind. */
    boolean isErasedPage(Document page) {
        String id = String.valueOf(page.get("_id"));
        return records.contains(id.substring(0, Math.max(0, id.lastIndexOf(':'))));
    }

    private Optional<Instant> erasureOf(Document row) {
        Object type = row.get("authenticationType");
        Optional<Instant> byNumber = type == null || PHONE_NUMBER.equals(type)
                ? text(row, "authenticationIdentifier").flatMap(this::numberErasure)
                : Optional.empty();
        Optional<Instant> byAuraId = text(row, "auraId")
                .flatMap(AuraId::parse)
                .map(auraId -> auraIds.get(hasher.hash(auraId).hex()));
        return Stream.of(byNumber, byAuraId).flatMap(Optional::stream).max(Instant::compareTo);
    }

    private Optional<Instant> numberErasure(String number) {
        return numbers.isEmpty()
                ? Optional.empty()
                : PhoneNumber.parse(number)
                        .map(PhoneNumber::value)
                        .map(digest::hex)
                        .map(numbers::get);
    }

    /** When a row was registered, as far as it says. */
    static Instant registeredAt(Document row) {
        return TimeFieldReader.read(row, "registeredAt")
                .or(() -> TimeFieldReader.read(row, "created"))
                .orElse(Instant.EPOCH);
    }

    private static Optional<String> text(Document row, String field) {
        return Optional.ofNullable(row.get(field))
                .filter(value -> value instanceof String || value instanceof Integer || value instanceof Long)
                .map(Objects::toString);
    }
}
