package io.github.auraauth.adapter.http.terms;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.LatestAcceptance;
import io.github.auraauth.front.response.Json;
import java.io.IOException;
import java.util.List;

/** Records of terms, and what is said of them, as answers show them. */
final class TermsJson {
    private TermsJson() {}

    static byte[] of(Acceptance record) {
        return Json.object(json -> members(json, record));
    }

    static byte[] of(List<Acceptance> records) {
        return Json.array(json -> {
            for (Acceptance record : records) {
                json.writeStartObject();
                members(json, record);
                json.writeEndObject();
            }
        });
    }

    static byte[] of(LatestAcceptance latest) {
        return Json.object(json -> {
            json.writeBooleanField("accepted", latest.accepted());
            if (latest.version().isPresent()) {
                json.writeStringField("version", latest.version().get().value());
            }
        });
    }

    /** As the driver of the original's database counted. */
    static byte[] counts(int found, int changed) {
        return Json.object(json -> {
            json.writeNumberField("n", found);
            json.writeNumberField("nModified", changed);
            json.writeNumberField("ok", 1);
        });
    }

    private static void members(JsonGenerator json, Acceptance record) throws IOException {
        json.writeStringField("user_id", record.userId().value());
        json.writeStringField("name", record.terms().name().value());
        json.writeStringField("version", record.terms().version().value());
        json.writeStringField("status", record.status().value());
        json.writeStringField("created_at", Json.time(record.createdAt()));
    }
}
