package io.github.auraauth.app.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Two answers to a request, side by side: status, challenge, and what there is in the body. */
record ComparedAnswers(HttpResponse<String> theirs, HttpResponse<String> ours) {
    /** Of a list; other bodies are what each service has to tell. */
    private static final Set<String> OF_LISTS = Set.of("next", "previous", "results");

    private static final Pattern SCHEME = Pattern.compile("(?:^|, )([A-Z][a-z]+)(?= |,|$)");

    /** In what they differ: what it is in theirs, an arrow, what it is in ours. */
    SortedSet<String> differences() {
        SortedMap<String, String> their = seen(theirs);
        SortedMap<String, String> our = seen(ours);
        SortedSet<String> differences = new TreeSet<>();
        Set<String> aspects = new TreeSet<>(their.keySet());
        aspects.addAll(our.keySet());
        for (String aspect : aspects) {
            String before = their.getOrDefault(aspect, "-");
            String after = our.getOrDefault(aspect, "-");
            if (!before.equals(after)) {
                differences.add(aspect + ' ' + before + " -> " + after);
            }
        }
        return differences;
    }

    /** That whatever we refuse has what people and programs need. */
    boolean oursIsWhole() {
        JsonNode body = ComparedServer.json(ours);
        return ours.statusCode() < 400
                || body.path("code").isTextual()
                        && body.path("message").isTextual()
                        && body.path("detail").isTextual();
    }

    private static SortedMap<String, String> seen(HttpResponse<String> answer) {
        SortedMap<String, String> seen = new TreeMap<>();
        seen.put("status", Integer.toString(answer.statusCode()));
        answer.headers().firstValue("WWW-Authenticate").ifPresent(challenge -> seen.put("schemes", schemes(challenge)));
        JsonNode body = ComparedServer.json(answer);
        boolean refused = answer.statusCode() >= 400;
        boolean fields = refused
                && body.properties().stream()
                        .anyMatch(member -> member.getValue().isArray());
        body.properties().forEach(member -> {
            if (refused && member.getValue().isArray()) {
                seen.put(member.getKey(), words(member.getValue()));
            } else if (refused && member.getKey().equals("detail") && !fields) {
                seen.put("detail", member.getValue().asText());
            } else if (!refused && OF_LISTS.contains(member.getKey())) {
                seen.put(member.getKey(), member.getValue().isArray() ? "a list" : "an address or null");
            }
        });
        return seen;
    }

    private static String schemes(String challenge) {
        return SCHEME.matcher(challenge)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining())
                .replaceFirst("^, ", "");
    }

    private static String words(JsonNode value) {
        TreeSet<String> words = new TreeSet<>();
        value.forEach(each -> words.add(each.asText()));
        return String.join(" ", words);
    }
}
