package io.github.auraauth.app.cli.terms;

import io.github.auraauth.domain.terms.LatestAcceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.domain.terms.TermsVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts all users of a service, and names those who have not accepted what is required. */
public final class MissingAcceptances {
    private final Terms required;
    private final List<Map<String, Object>> missing = new ArrayList<>();
    private long users;

    public MissingAcceptances(Terms required) {
        this.required = required;
    }

    public void add(TermsUserId userId, LatestAcceptance latest) {
        users++;
        if (!latest.accepted()) {
            Map<String, Object> user = new LinkedHashMap<>();
            user.put("user_id", userId.value());
            user.put("version", latest.version().map(TermsVersion::value));
            missing.add(user);
        }
    }

    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("service", required.name().value());
        members.put("required", required.version().value());
        members.put("users", users);
        members.put("accepted", users - missing.size());
        members.put("missing", missing);
        return members;
    }
}
