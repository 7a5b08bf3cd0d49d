package io.github.auraauth.adapter.http.account;

import io.github.auraauth.front.response.ApiError;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.ErrorFormat;
import io.github.auraauth.front.response.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The form of errors below {@code /api/v1}: our code and message, a sentence as Django REST framework has it, and a list of
 * sentences for each member of the body that is at fault.
 */
public final class AccountErrorFormat implements ErrorFormat {
    private static final Map<ErrorCode, String> DETAILS = Map.of(
            AccountErrors.NOT_PROVIDED, "Authentication credentials were not provided.",
            AccountErrors.INVALID_TOKEN, "Invalid token.",
            AccountErrors.INVALID_PASSWORD, "Invalid username/password.",
            AccountErrors.CSRF_FAILED, "CSRF Failed: CSRF token missing or incorrect.",
            ErrorCode.FORBIDDEN, "You do not have permission to perform this action.",
            ErrorCode.NOT_FOUND, "Not found.",
            ErrorCode.METHOD_NOT_ALLOWED, "Method not allowed.",
            ErrorCode.TOO_MANY_REQUESTS, "Request was throttled.",
            ErrorCode.INTERNAL_ERROR, "A server error occurred.");

    private static final Map<String, String> SENTENCES = Map.of(
            "is missing", "This field is required.",
            "must not be empty", "This field may not be blank.",
            "is taken", "This field must be unique.",
            "may not be set by you", "You may not set this field.");

    /** Of faults that are the body's own. */
    private static final String OF_NO_FIELD = "non_field_errors";

    @Override
    public byte[] json(ApiError error) {
        return Json.object(json -> {
            json.writeStringField("code", error.code().name());
            json.writeStringField("message", error.message());
            json.writeStringField("detail", DETAILS.getOrDefault(error.code(), sentence(error.message())));
            for (Map.Entry<String, List<String>> field : byField(error).entrySet()) {
                json.writeArrayFieldStart(field.getKey());
                for (String words : field.getValue()) {
                    json.writeString(words);
                }
                json.writeEndArray();
            }
        });
    }

    /** Those of elements and members within a field together. */
    private static Map<String, List<String>> byField(ApiError error) {
        Map<String, List<String>> all = new TreeMap<>();
        error.fields().forEach((path, faults) -> {
            String field = path.split("[.\\[]", 2)[0];
            faults.forEach(words -> {
                if (field.isEmpty()) {
                    add(all, OF_NO_FIELD, "The body " + words + '.');
                } else {
                    add(all, field, ofField(path.equals(field), words));
                }
            });
        });
        return all;
    }

    private static void add(Map<String, List<String>> all, String field, String sentence) {
        all.computeIfAbsent(field, name -> new ArrayList<>()).add(sentence);
    }

    private static String ofField(boolean whole, String words) {
        return (whole ? SENTENCES : Map.<String, String>of())
                .getOrDefault(words, (whole ? "This field " : "An element of this field ") + words + '.');
    }

    /** Begins with a capital letter, unless the first word is a name that is spelled otherwise. */
    private static String sentence(String words) {
        String end = words.endsWith(".") ? "" : ".";
        boolean spelled = words.isEmpty() || words.split(" ", 2)[0].contains("_");
        return spelled ? words + end : Character.toUpperCase(words.charAt(0)) + words.substring(1) + end;
    }
}
