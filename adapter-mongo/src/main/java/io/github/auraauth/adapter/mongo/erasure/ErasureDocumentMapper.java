package io.github.auraauth.adapter.mongo.erasure;

import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.erasure.Erasure;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.PhoneNumber;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes and reads erasures as documents, every identifier of a person enciphered. */
final class ErasureDocumentMapper {
    static final String ID = "_id";
    static final String BEGUN = "begun";

    private static final Logger LOG = LoggerFactory.getLogger(ErasureDocumentMapper.class);
    private static final String NUMBER_DIGEST = "numberDigest";
    private static final String PHONE_NUMBER = "phoneNumber";
    private static final String AURA_IDS = "auraIds";
    private static final String USER_IDS = "userIds";
    private static final String AURA_GLOBAL_IDS = "auraGlobalIds";

    private static final String ROWS_GONE = "rowsGone";

    /** The fields that are removed when an erasure is finished. */
    static final List<String> OF_UNFINISHED = List.of(PHONE_NUMBER, AURA_IDS, USER_IDS, AURA_GLOBAL_IDS, ROWS_GONE);

    private final AtRestCipher cipher;
    private final KeyedDigest digest;

    ErasureDocumentMapper(AtRestCipher cipher, KeyedDigest digest) {
        this.cipher = cipher;
        this.digest = digest;
    }

    Document of(Erasure erasure) {
        String id = erasure.id().toString();
        return new Document(ID, id)
                .append(BEGUN, Date.from(erasure.begun()))
                .append(NUMBER_DIGEST, digest.hex(erasure.phoneNumber().value()))
                .append(PHONE_NUMBER, sealed(erasure.phoneNumber().value(), PHONE_NUMBER, id))
                .append(AURA_IDS, sealed(erasure.auraIds(), AURA_IDS, id))
                .append(USER_IDS, sealed(erasure.userIds(), USER_IDS, id))
                .append(AURA_GLOBAL_IDS, sealed(erasure.auraGlobalIds(), AURA_GLOBAL_IDS, id))
                .append(ROWS_GONE, erasure.rowsGone());
    }

    /** Empty, and logged as an error, when no key deciphers it: the others must still be finished. */
    Optional<Erasure> toErasure(Document entry) {
        String id = entry.getString(ID);
        try {
            return Optional.of(new Erasure(
                    UUID.fromString(id),
                    PhoneNumber.parse(opened(entry.getString(PHONE_NUMBER), PHONE_NUMBER, id))
                            .orElseThrow(),
                    opened(entry, AURA_IDS),
                    opened(entry, USER_IDS),
                    opened(entry, AURA_GLOBAL_IDS),
                    entry.getDate(BEGUN).toInstant(),
                    entry.getBoolean(ROWS_GONE, false)));
        } catch (RuntimeException unreadable) {
            LOG.error("erasure {} cannot be deciphered with any key and stays unfinished", id);
            return Optional.empty();
        }
    }

    private List<String> sealed(Collection<String> values, String field, String id) {
        return values.stream().map(value -> sealed(value, field, id)).toList();
    }

    private String sealed(String text, String field, String id) {
        return cipher.seal(Secret.ofText(text), place(field, id));
    }

    private Set<String> opened(Document entry, String field) {
        return entry.getList(field, String.class).stream()
                .map(stored -> opened(stored, field, entry.getString(ID)))
                .collect(Collectors.toSet());
    }

    private String opened(String stored, String field, String id) {
        return cipher.open(stored, place(field, id)).orElseThrow().revealText();
    }

    private static String place(String field, String id) {
        return "erasures/" + field + '/' + id;
    }
}
