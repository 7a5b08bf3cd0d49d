package io.github.auraauth.app.acceptance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A request that REST framework and we are both asked.
 *
 * @param parts its headers, and what is called as {@link #SESSION} and so on here
 * @param intended in what the answers are meant to differ, as {@link ComparedAnswers} writes it
 * @param reasons why
 */
record ComparedRequest(
        String name,
        String method,
        String path,
        Map<String, String> parts,
        SortedSet<String> intended,
        List<IntendedDifference> reasons) {
    /** Whose session comes along, and the token against forgeries; {@link #GOOD} for the session's own. */
    static final String SESSION = "session";

    static final String CSRF = "X-CSRFToken";
    static final String GOOD = "good";
    static final String BODY = "body";

    /** Where their path is another one. */
    static final String THEIR_PATH = "their path";

    ComparedRequest {
        parts = Map.copyOf(parts);
        intended = new TreeSet<>(intended);
        reasons = List.copyOf(reasons);
    }

    static ComparedRequest of(String name, String method, String path) {
        return new ComparedRequest(name, method, path, Map.of(), new TreeSet<>(), List.of());
    }

    ComparedRequest with(String part, String value) {
        Map<String, String> more = new HashMap<>(parts);
        more.put(part, value);
        return new ComparedRequest(name, method, path, more, intended, reasons);
    }

    ComparedRequest json(String body) {
        return with("Content-Type", "application/json").with(BODY, body.replace('\'', '"'));
    }

    ComparedRequest differs(IntendedDifference reason, String... differences) {
        SortedSet<String> all = new TreeSet<>(intended);
        all.addAll(List.of(differences));
        List<IntendedDifference> why = new ArrayList<>(reasons);
        why.add(reason);
        return new ComparedRequest(name, method, path, parts, all, why);
    }

    Optional<String> part(String part) {
        return Optional.ofNullable(parts.get(part));
    }
}
