package io.github.auraauth.adapter.mongo;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.secret.Secret;
import java.util.Optional;
import org.bson.Document;
import org.bson.json.JsonParseException;

/**
 * The fields of one collection that are personal or secret, and so enciphered, each for its place: a value that was moved to
 * another document or field, or was enciphered under a key that is not known, is {@link StoredFields.Unreadable}.
 */
public final class SealedFields {
    private final AtRestCipher cipher;
    private final String collection;

    public SealedFields(AtRestCipher cipher, String collection) {
        this.cipher = requireNonNull(cipher, "cipher");
        this.collection = requireNonNull(collection, "collection");
    }

    /**
     * What is to be stored for the value.
     *
     * @param id {@code _id} of the document
     */
    public String seal(String id, String field, Secret value) {
        return cipher.seal(value, place(id, field));
    }

    /** What is to be stored for the text. */
    public String seal(String id, String field, String text) {
        return seal(id, field, Secret.ofText(text));
    }

    /** What is to be stored for fields that are enciphered together. */
    public String seal(String id, String field, Document fields) {
        return seal(id, field, fields.toJson());
    }

    /** The value in that field. */
    public Secret open(String id, String field, StoredFields stored) {
        return stored.required(field, text -> cipher.open(text, place(id, field)));
    }

    /**
     * The value in a field of a part of the document.
     *
     * @param field for which it was enciphered
     * @param stored the part
     * @param name of the field within the part
     */
    public Secret open(String id, String field, StoredFields stored, String name) {
        return stored.required(name, text -> cipher.open(text, place(id, field)));
    }

    /** The text in that field. */
    public String openText(String id, String field, StoredFields stored) {
        return open(id, field, stored).revealText();
    }

    /** The fields that are enciphered together in that field. */
    public StoredFields openFields(String id, String field, StoredFields stored) {
        return parsed(openText(id, field, stored))
                .map(StoredFields::new)
                .orElseThrow(() -> new StoredFields.Unreadable(field));
    }

    private static Optional<Document> parsed(String json) {
        try {
            return Optional.of(Document.parse(json));
        } catch (JsonParseException otherText) {
            return Optional.empty();
        }
    }

    private String place(String id, String field) {
        return collection + '/' + field + '/' + id;
    }
}
