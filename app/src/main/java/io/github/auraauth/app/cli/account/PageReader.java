package io.github.auraauth.app.cli.account;

import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a list to its end, part by part. */
public final class PageReader<T> {
    private final Function<PageRequest, Outcome<Page<T>>> list;

    public PageReader(Function<PageRequest, Outcome<Page<T>>> list) {
        this.list = list;
    }

    /** All parts together, or why one was refused. */
    public Outcome<List<T>> all() {
        List<T> all = new ArrayList<>();
        Outcome<Optional<String>> next = after(Optional.empty(), all);
        while (next.fold(Optional::isPresent, refusal -> false)) {
            next = next.then(cursor -> after(cursor, all));
        }
        return next.map(end -> all);
    }

    private Outcome<Optional<String>> after(Optional<String> cursor, List<T> all) {
        return list.apply(new PageRequest(cursor, PageRequest.LARGEST, false)).map(page -> {
            all.addAll(page.results());
            return page.next();
        });
    }
}
