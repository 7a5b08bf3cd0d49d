package io.github.auraauth.adapter.http.openid;

import io.github.auraauth.front.response.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A document that readers may keep for a while, and that they need not fetch again while it is the same (RFC 9110). */
final class TaggedDocument {
    private static final String KEEP = "public, max-age=600";

    private final String tag;
    private final Response whole;
    private final Response unchanged;

    TaggedDocument(byte[] json) {
        this.tag = '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest(json)) + '"';
        this.whole = Response.json(200, json).with("ETag", tag).with("Cache-Control", KEEP);
        this.unchanged = Response.notModified().with("ETag", tag).with("Cache-Control", KEEP);
    }

    /** @param ifNoneMatch the header of that name, or nothing */
    Response answer(String ifNoneMatch) {
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String known = candidate.strip();
            if (known.equals("*") || known.equals(tag) || known.equals("W/" + tag)) {
                return unchanged;
            }
        }
        return whole;
    }

    private static byte[] digest(byte[] json) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
