package io.github.auraauth.app.acceptance;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Goes through all pages that lead to each other, as one who is logged in, and remembers whatever names a place of the same
 * host outside a path, or nothing at all. Forms are only looked for.
 */
final class PrefixWalk {
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src|action|content)=\"(?:0;url=)?([^\"]*)\"");
    private static final Set<Integer> NOTHING_THERE = Set.of(404, 500, 501, 502, 503);
    private static final int MOST_PAGES = 500;

    private final URI root;
    private final Browser browser;
    private final Deque<URI> open = new ArrayDeque<>();
    private final Map<String, Integer> seen = new TreeMap<>();
    private final Set<String> outside = new TreeSet<>();
    private final Set<String> forms = new TreeSet<>();

    /** @param root address below which everything lies, without a slash at its end */
    PrefixWalk(URI root, Browser browser) {
        this.root = root;
        this.browser = browser;
    }

    PrefixWalk from(List<String> paths) {
        paths.forEach(path -> open.add(URI.create(root + path)));
        Set<URI> asked = new LinkedHashSet<>();
        while (!open.isEmpty() && asked.size() < MOST_PAGES) {
            URI next = open.poll();
            if (asked.add(next)) {
                look(next, browser.get(next));
            }
        }
        return this;
    }

    /** Paths without the root that were asked for, with their answers; queries are taken off. */
    Map<String, Integer> seen() {
        return seen;
    }

    /** What named a place of this host that is not below the root, each with the page that does. */
    Set<String> outside() {
        return outside;
    }

    /** Where forms lead, without the root. */
    Set<String> forms() {
        return forms;
    }

    /** Where nothing was found. */
    Stream<String> missing() {
        return seen.entrySet().stream()
                .filter(page -> NOTHING_THERE.contains(page.getValue()))
                .map(page -> page.getKey() + ' ' + page.getValue());
    }

    private void look(URI page, HttpResponse<String> answer) {
        seen.put(page.getRawPath().substring(root.getRawPath().length()), answer.statusCode());
        answer.headers().firstValue("location").ifPresent(location -> note(page, location));
        if (answer.headers().firstValue("content-type").orElse("").startsWith("text/html")) {
            REFERENCE.matcher(answer.body()).results().forEach(found -> {
                String reference = found.group(1).replace("&amp;", "&");
                boolean form = found.group().startsWith("action");
                boolean meta =
                        found.group().startsWith("content") && !found.group().contains("0;url=");
                if (form) {
                    forms.add(page.resolve(reference).getPath().replaceFirst("^" + root.getPath(), ""));
                }
                if (!meta && !reference.startsWith("data:")) {
                    note(page, reference);
                }
            });
        }
    }

    private void note(URI page, String reference) {
        URI target = page.resolve(reference);
        if (!page.getRawAuthority().equals(target.getRawAuthority())) {
            return;
        }
        if (target.getRawPath().startsWith(root.getRawPath() + '/')) {
            open.add(target);
        } else {
            outside.add(reference + " on " + page.getPath());
        }
    }
}
